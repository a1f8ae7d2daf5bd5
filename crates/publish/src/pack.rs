//! What a reader keeps of a language, packed as one file.
//!
//! A pack is a raw LZMA stream of all files of a list, one behind the other in
//! its order; the list tells the length and the hash of each. It goes on from
//! what its reader has already, the preset dictionary: names and sentences that
//! stand there are not packed again. `js/unpack.js` takes it apart.

use std::io::Write;

use anyhow::Result;
use lzma_rust2::{LzmaOptions, LzmaWriter};

use crate::cache::Cache;

/// Packs files that stand one behind the other in `content`, for readers who
/// have `known`; what has not changed comes from `cache`.
///
/// # Errors
/// The cache cannot be read or written.
pub fn pack(known: &[u8], content: &[u8], cache: &Cache) -> Result<Vec<u8>> {
    let input = [&known.len().to_le_bytes(), known, content].concat();
    cache.get("lzma", &input, || lzma(known, content))
}

fn lzma(known: &[u8], content: &[u8]) -> Result<Vec<u8>> {
    let options = LzmaOptions {
        // Every page can be copied from every other.
        dict_size: u32::try_from(known.len() + content.len())?,
        nice_len: LzmaOptions::NICE_LEN_MAX,
        preset_dict: Some(known.to_vec()),
        // js/unpack.js reads these alone; text does not repeat itself by fours.
        lc: 3,
        lp: 0,
        pb: 0,
        ..LzmaOptions::with_preset(9)
    };
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    writer.write_all(content)?;
    Ok(writer.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use lzma_rust2::LzmaReader;

    use super::*;

    #[test]
    fn a_pack_goes_on_from_what_is_known() {
        let known = "what was known ".repeat(99);
        let content = known.replace("known", "new");
        let packed = lzma(known.as_bytes(), content.as_bytes()).unwrap();
        assert!(packed.len() < lzma(b"", content.as_bytes()).unwrap().len());
        let size = u32::try_from(known.len() + content.len()).unwrap();
        let length = u64::try_from(content.len()).unwrap();
        let mut unpacked = String::new();
        // 3 stands for lc = 3, lp = 0 and pb = 0.
        LzmaReader::new_with_props(packed.as_slice(), length, 3, size, Some(known.as_bytes()))
            .and_then(|mut reader| reader.read_to_string(&mut unpacked))
            .unwrap();
        assert_eq!(unpacked, content);
    }
}
