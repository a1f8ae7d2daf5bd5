// Takes apart what `publish` packs: a raw LZMA stream, as the LZMA specification
// of Igor Pavlov has it, with the parameters that `publish` chooses (lc = 3, lp
// = 0, pb = 0) and a preset dictionary. `publish` puts this before sw.js.

/** Chances of a zero are kept in 2048ths, and start at one half. */
const chances = (count) => new Uint16Array(count).fill(1024);

/**
 * Gives one file after the other, whose lengths are told, so that its caller
 * can do something else in between. `packed` is trusted, since its hash was
 * compared; `known` is what it goes on from.
 */
function* unpack(packed, known, lengths) {
  const output = new Uint8Array(lengths.reduce((sum, length) => sum + length, known.length));
  output.set(known);
  const bits = new BitReader(packed);
  const isMatch = chances(12);
  const isRepeated = chances(12);
  const isSecond = chances(12);
  const isThird = chances(12);
  const isFourth = chances(12);
  const isLong = chances(12);
  const literals = chances(8 * 0x300);
  const newLength = new LengthReader(bits);
  const repeatedLength = new LengthReader(bits);
  const distance = new DistanceReader(bits);
  /** The last four distances, the latest first. */
  let recent = [0, 0, 0, 0];
  /** What the last steps were. */
  let state = 0;
  let end = known.length;

  const copy = (length) => {
    const from = end - recent[0] - 1;
    for (let offset = 0; offset < length; offset++) output[end + offset] = output[from + offset];
    end += length;
  };

  const literal = () => {
    const table = ((output[end - 1] ?? 0) >> 5) * 0x300;
    let symbol = 1;
    if (state >= 7) {
      // After a match the byte differs from the one that would have followed it.
      let expected = output[end - recent[0] - 1];
      let isSame = true;
      while (isSame && symbol < 0x100) {
        const bit = expected >> 7;
        expected = (expected << 1) & 0xff;
        const found = bits.bit(literals, table + ((1 + bit) << 8) + symbol);
        symbol = (symbol << 1) | found;
        isSame = found === bit;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | bits.bit(literals, table + symbol);
    output[end++] = symbol;
    if (state < 4) state = 0;
    else state -= state < 10 ? 3 : 6;
  };

  const match = () => {
    const isAfterLiteral = state < 7;
    if (!bits.bit(isRepeated, state)) {
      const length = newLength.read();
      recent = [distance.read(length), ...recent.slice(0, 3)];
      state = isAfterLiteral ? 7 : 10;
      return copy(length);
    }
    if (!bits.bit(isSecond, state)) {
      if (!bits.bit(isLong, state)) {
        state = isAfterLiteral ? 9 : 11;
        return copy(1);
      }
    } else {
      let place = 1;
      if (bits.bit(isThird, state)) place = bits.bit(isFourth, state) ? 3 : 2;
      recent.unshift(...recent.splice(place, 1));
    }
    state = isAfterLiteral ? 8 : 11;
    return copy(repeatedLength.read());
  };

  let start = known.length;
  for (const length of lengths) {
    while (end < start + length) {
      if (bits.bit(isMatch, state)) match();
      else literal();
    }
    yield output.subarray(start, start + length);
    start += length;
  }
}

/** The range decoder: bits, each by its chance. */
class BitReader {
  constructor(packed) {
    this.packed = packed;
    // The first byte is always zero.
    this.code = new DataView(packed.buffer, packed.byteOffset).getUint32(1);
    this.next = 5;
    this.range = 0xffffffff;
  }

  /** A bit, by the chance at a place of a table, which learns from it. */
  bit(table, place) {
    const chance = table[place];
    const bound = (this.range >>> 11) * chance;
    const bit = this.code < bound ? 0 : 1;
    if (bit) {
      this.code -= bound;
      this.range -= bound;
      table[place] -= chance >> 5;
    } else {
      this.range = bound;
      table[place] += (2048 - chance) >> 5;
    }
    this.fill();
    return bit;
  }

  /** A number of so many bits, each as likely to be zero as one. */
  number(count) {
    let number = 0;
    for (let left = count; left > 0; left--) {
      this.range >>>= 1;
      const bit = this.code < this.range ? 0 : 1;
      if (bit) this.code -= this.range;
      number = number * 2 + bit;
      this.fill();
    }
    return number;
  }

  /** A number of so many bits, the highest first, by a tree of chances. */
  tree(table, count) {
    let place = 1;
    for (let left = count; left > 0; left--) place = place * 2 + this.bit(table, place);
    return place - (1 << count);
  }

  /** The same with the lowest bit first, by a tree that begins at `start`. */
  reverseTree(table, start, count) {
    let place = 1;
    let number = 0;
    for (let shift = 0; shift < count; shift++) {
      const bit = this.bit(table, start + place);
      place = place * 2 + bit;
      number |= bit << shift;
    }
    return number;
  }

  fill() {
    if (this.range >= 2 ** 24) return;
    this.range = (this.range << 8) >>> 0;
    this.code = ((this.code << 8) | this.packed[this.next++]) >>> 0;
  }
}

/** How many bytes are copied: 2 to 273. */
class LengthReader {
  constructor(bits) {
    this.bits = bits;
    this.choice = chances(2);
    this.short = chances(8);
    this.middle = chances(8);
    this.long = chances(256);
  }

  read() {
    if (!this.bits.bit(this.choice, 0)) return 2 + this.bits.tree(this.short, 3);
    if (!this.bits.bit(this.choice, 1)) return 10 + this.bits.tree(this.middle, 3);
    return 18 + this.bits.tree(this.long, 8);
  }
}

/** From how far back bytes are copied, less one. */
class DistanceReader {
  constructor(bits) {
    this.bits = bits;
    this.slots = [64, 64, 64, 64].map(chances);
    this.short = chances(115);
    this.lowest = chances(16);
  }

  read(length) {
    const slot = this.bits.tree(this.slots[Math.min(length - 2, 3)], 6);
    if (slot < 4) return slot;
    const count = (slot >> 1) - 1;
    const high = (2 | (slot & 1)) * 2 ** count;
    if (slot < 14) return high + this.bits.reverseTree(this.short, high - slot, count);
    return high + this.bits.number(count - 4) * 16 + this.bits.reverseTree(this.lowest, 0, 4);
  }
}

