"""Reads all contact cards of a site by address books that know less of vCard than RFC 6350 says.

They are packages of Debian, of whose own Python this needs vobject and what it has of Evolution:
    /usr/bin/python3 tests/readers/cards.py dist
Prints who read how many, and fails where one is read otherwise than written.
"""

import configparser
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import gi
import vobject

gi.require_version("EBookContacts", "1.2")
from gi.repository import EBookContacts


class Card:
    """A card as it is written, line by line."""

    def __init__(self, text):
        self.text = text
        lines = text.replace("\r\n ", "").split("\r\n")
        pairs = [line.split(":", 1) for line in lines if ":" in line]
        value = lambda name: next(value for key, value in pairs if key.split(";")[0] == name)
        self.name = re.sub(r"\\(.)", r"\1", value("FN"))
        self.uid = value("UID")
        numbers = [(key, value) for key, value in pairs if key.startswith("TEL")]
        self.call = next((value for key, value in numbers if "PREF=1" in key), None)
        self.phones = [value for key, value in numbers if "TYPE=fax" not in key]
        self.faxes = [value for key, value in numbers if "TYPE=fax" in key]


def by_vobject(cards, _folder):
    return [of_vobject(vobject.readOne(card.text)) for card in cards]


def of_vobject(read):
    numbers = getattr(read, "tel_list", [])
    types = lambda number: number.params.get("TYPE", [])
    call = [number.value for number in numbers if number.params.get("PREF") == ["1"]]
    faxes = [number.value for number in numbers if "fax" in types(number)]
    assert read.n.value.family == read.fn.value, read.fn.value
    return read.fn.value, next(iter(call), None), faxes


def by_abook(cards, folder):
    """It keeps one of several phones and of several faxes, and the backslash of a comma."""
    source, target = folder / "cards.vcf", folder / "cards.abook"
    source.write_text("".join(card.text for card in cards), newline="")
    convert = ["abook", "--convert", "--informat", "vcard", "--outformat", "abook"]
    run(*convert, "--infile", source, "--outfile", target)
    entries = configparser.RawConfigParser()
    entries.read_string(target.read_text())
    entries = [dict(entries[name]) for name in entries.sections() if name != "format"]
    assert len(entries) == len(cards), len(entries)
    return [
        (
            entry["name"].replace("\\", ""),
            kept(entry.get("workphone"), card.phones, card.call),
            kept(entry.get("fax"), card.faxes, card.faxes),
        )
        for card, entry in zip(cards, entries)
    ]


def kept(one, several, whole):
    """The whole where one of several was kept, or none of none."""
    return whole if one in (several or [None]) else one


def by_khard(cards, folder):
    """Its list has one number of each, the one that it would call."""
    write_each(cards, folder / "book")
    config = folder / "khard.conf"
    config.write_text(f"[addressbooks]\n[[book]]\npath = {folder / 'book'}\n")
    rows = run("khard", "--config", config, "list").splitlines()
    rows = [re.split(r"\s{2,}", row) for row in rows]
    numbers = {row[1]: row[2] for row in rows if len(row) > 2}
    # `work, voice, pref=1: +1 246 426 3712`; a fax where there is nothing else, and
    # says so; else another cell follows the name.
    called = {name: re.search(r"voice.*?: (.*)", cell) for name, cell in numbers.items()}
    return [
        (card.name, called[card.name] and called[card.name][1], card.faxes)
        if card.name in numbers
        else None
        for card in cards
    ]


def by_carddav(cards, folder):
    """vdirsyncer takes them to Radicale, which keeps them as it understands them."""
    write_each(cards, folder / "local" / "cards")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    store = folder / "radicale"
    settings = [f"--server-hosts=127.0.0.1:{port}", "--auth-type=none"]
    server = subprocess.Popen(
        ["radicale", "--config=", *settings, f"--storage-filesystem-folder={store}"],
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        config = folder / "vdirsyncer.conf"
        config.write_text(
            f'[general]\nstatus_path = "{folder}/status/"\n'
            '[pair cards]\na = "local"\nb = "remote"\ncollections = ["cards"]\n'
            f'[storage local]\ntype = "filesystem"\npath = "{folder}/local/"\nfileext = ".vcf"\n'
            f'[storage remote]\ntype = "carddav"\nurl = "http://127.0.0.1:{port}/"\n'
            'username = "reader"\npassword = "reader"\n'
        )
        sync = ["vdirsyncer", "--config", config]
        run(*sync, "discover", input="y\n" * 9)
        run(*sync, "sync")
    finally:
        server.terminate()
        server.wait()
    kept = [vobject.readOne(path.read_text()) for path in store.rglob("*.vcf") if ".Radicale" not in str(path)]
    kept = {read.uid.value: of_vobject(read) for read in kept}
    return [kept.get(card.uid) for card in cards]


def by_evolution(cards, _folder):
    """Its form has two numbers to call and one fax, the first of several."""
    read = [EBookContacts.Contact.new_from_vcard(card.text) for card in cards]
    faxes = [contact.get_property("other-fax") for contact in read]
    assert all(contact.get_property("file-as") == card.name for card, contact in zip(cards, read))
    return [
        (
            contact.get_property("full-name"),
            contact.get_property("business-phone"),
            kept(fax, card.faxes, card.faxes),
        )
        for card, contact, fax in zip(cards, read, faxes)
    ]


def by_kcontacts(cards, folder):
    """The library has no Python: a small program of C++ says what it reads."""
    source, program = folder / "cards.vcf", folder / "kcontacts"
    source.write_text("".join(card.text for card in cards), newline="")
    headers = ["/usr/include/KF5", "/usr/include/KF5/KContacts"]
    qt = Path(run("g++", "-print-multiarch").strip(), "qt5")
    headers += [Path("/usr/include", qt, part) for part in ("", "QtCore", "QtGui")]
    include = [f"-I{header}" for header in headers]
    code = Path(__file__).with_name("kcontacts.cpp")
    run("g++", "-fPIC", *include, code, "-o", program, "-lKF5Contacts", "-lQt5Core")
    told = [lines.split("\n") for lines in run(program, source).split("\n---\n")[:-1]]
    return [(name, call or None, [fax for fax in faxes.split("\t") if fax]) for name, call, faxes in told]


def write_each(cards, folder):
    folder.mkdir(parents=True)
    for number, card in enumerate(cards):
        (folder / f"{number}.vcf").write_text(card.text, newline="")


def wait_for(port):
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("Radicale does not answer")


def run(*command, input=None):
    # A wide terminal, in which no row is cut, and nobody's own settings.
    own = {"LANG": "C.UTF-8", "COLUMNS": "400", "HOME": tempfile.gettempdir()}
    done = subprocess.run(
        list(map(str, command)), input=input, capture_output=True, text=True, env=os.environ | own
    )
    if done.returncode != 0:
        raise SystemExit(f"{command[0]}: {done.stdout}{done.stderr}")
    return done.stdout


READERS = {
    "vobject": by_vobject,
    "abook": by_abook,
    "khard": by_khard,
    "vdirsyncer, Radicale": by_carddav,
    "Evolution": by_evolution,
    "KDE (KContacts)": by_kcontacts,
}


def main(site):
    files = sorted(Path(site, "assets").glob("export-contacts-*.vcf"))
    wrong = [] if files else ["no cards"]
    for reader, read in READERS.items():
        count = 0
        for file in files:
            texts = re.split(r"(?=BEGIN:VCARD)", file.read_bytes().decode())
            cards = [Card(text) for text in texts if text]
            with tempfile.TemporaryDirectory() as folder:
                results = read(cards, Path(folder))
            for card, result in zip(cards, results, strict=True):
                expected = (card.name, card.call, card.faxes)
                count += result == expected
                if result != expected:
                    wrong.append(f"{file.name}, {reader}: {expected}, read as {result}")
        print(f"{reader}: {count} cards")
    sys.exit("\n".join(wrong[:20]) or None)


if __name__ == "__main__":
    main(sys.argv[1])
