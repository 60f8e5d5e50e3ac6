"""How words are said that are written alike, and what part of speech a word is."""

from pathlib import Path

import pytest

from oped_audio.model.ipa import normal
from oped_audio.scripting.homographs import homographs, part_of_speech
from oped_audio.scripting.homographs.readings import READINGS, with_s
from oped_audio.scripting.homographs.senses import SENSES
from oped_audio.scripting.homographs.weights import AFTER, BEFORE_PLAIN, BEFORE_S
from oped_audio.scripting.homographs.word_classes import CLASSES
from oped_audio.scripting.spoken.rewriting import Said


def labelled() -> dict[str, list[tuple[str, str]]]:
    halves: dict[str, list[tuple[str, str]]] = {"development": [], "held out": []}
    lines = Path(__file__).with_name("homographs.tsv").read_text("utf-8").splitlines()
    rows: list[tuple[str, str]] = []
    for line in lines:
        if line.startswith("# "):
            rows = halves.get(line.removeprefix("# "), rows)
        else:
            sentence, ipa = line.split("\t")
            rows.append((sentence, ipa))
    return halves


def heard(marked: str) -> str | None:
    """The IPA that the word between underscores is given."""
    begin, sentence = marked.index("_"), marked.replace("_", "")
    return next((said.phonemes for said in homographs(sentence) if said.begin == begin), None)


@pytest.mark.parametrize(("half", "floor"), [("development", 0.98), ("held out", 0.96)])
def test_share_of_labelled_sentences_that_is_right(half, floor):
    rows = labelled()[half]
    wrong = [(sentence, ipa) for sentence, ipa in rows if heard(sentence) != ipa]
    assert len(rows) >= 400
    assert len(wrong) <= (1 - floor) * len(rows), wrong


def test_labels_are_readings_that_the_tables_know():
    known = {ipa for readings in READINGS.values() for ipa in readings.values()}
    known |= {sense.ipa for senses in SENSES.values() for sense in senses}
    known |= {"ˈjuːst", "ˈjuːzd", "ˈpoʊlɪʃ", "ˈpɒlɪʃ", "ˈniːs", "ˈnaɪs", "ˈɹɛdɪŋ", "ˈɹiːdɪŋ"}
    known |= {"ˈdʒɒb", "ˈdʒoʊb"}
    assert {ipa for rows in labelled().values() for _, ipa in rows} <= known


def test_ipa_is_in_its_one_spelling():
    all_ipa = [ipa for readings in READINGS.values() for ipa in readings.values()]
    all_ipa += [sense.ipa for senses in SENSES.values() for sense in senses]
    assert [ipa for ipa in all_ipa if normal(ipa) != ipa] == []


def test_every_class_has_its_weight():
    forms = {"ed", "ing", "plural", "adjective", "other", "name", "number", "adverb"}
    gaps = {"start", "break", "hyphen"}
    told = (set(CLASSES.values()) | forms) - {"to", "and"}
    assert told | gaps <= set(BEFORE_PLAIN)
    assert told | gaps <= set(BEFORE_S)
    assert set(CLASSES.values()) | forms | {"end", "break", "hyphen"} <= set(AFTER)


def test_says_the_word_as_it_is_written():
    assert list(homographs("The LEAD actor broke a Record.")) == [
        Said(4, 8, "LEAD", "ˈliːd", "context"),
        Said(23, 29, "Record", "ˈɹɛkɚd", "context"),
    ]


@pytest.mark.parametrize(
    "sentence", ["", "…", "No such word stands here.", "The minister marched."]
)
def test_finds_none(sentence):
    assert list(homographs(sentence)) == []


@pytest.mark.parametrize(
    ("plain", "with_ending"),
    [("ˈjuːs", "ˈjuːsɪz"), ("ˈtɪɹ", "ˈtɪɹz"), ("ˈɪmpækt", "ˈɪmpækts"), ("ˈkɒndʌkt", "ˈkɒndʌkts")],
)
def test_ending_in_s(plain, with_ending):
    assert with_s(plain) == with_ending


@pytest.mark.parametrize(
    ("marked", "ipa"),
    [
        # headlines have capitals without meaning names
        ("Banks _Refuse_ New Loans", "ɹɪˈfjuːz"),
        ("Unions _Protest_ Against Cuts", "pɹəˈtɛst"),
        ("the Public _Record_ Office of the county", "ˈɹɛkɚd"),
        # typographic apostrophes and quotation marks
        ("They don’t _use_ it.", "ˈjuːz"),
        ("“Bring them home,” _read_ a banner.", "ˈɹɛd"),
        ("The banners came down, _read_ by nobody.", "ˈɹɛd"),
        ("the _project’s_ cost", "ˈpɹɒdʒɛkts"),
        ("a _house's_ roof", "ˈhaʊsɪz"),
        # what is joined by a hyphen
        ("a _read_-only copy", "ˈɹiːd"),
        ("the _well-read_ voter".replace("_well-read_", "well-_read_"), "ˈɹɛd"),
        ("a _close_-run race", "ˈkloʊs"),
        ("a _live_-fire exercise", "ˈlaɪv"),
        # questions
        ("Did you _read_ it?", "ˈɹiːd"),
        ("What had they _read_ there?", "ˈɹɛd"),
        ("_Read_ aloud in church, it moved many.", "ˈɹɛd"),
        ("Who _read_ the note?", "ˈɹɛd"),
        # what one person did, what many do
        ("The crowd grew, tired men _read_ by lamps.", "ˈɹɛd"),
        ("Men, _read_ this.", "ˈɹiːd"),
        ("The clerk, who _read_ the list, paused.", "ˈɹɛd"),
        ("The lists that they _read_ today are long.", "ˈɹiːd"),
        ("The guards _read_ what they signed.", "ˈɹɛd"),
        # two words before
        ("Poor large state school _project_ ends.", "ˈpɹɒdʒɛkt"),
        ("The museum returned the seized _objects_ to Benin.", "ˈɒbdʒɛkts"),
        ("They sat in a _row_ with their lawyers.", "ˈɹoʊ"),
        ("The words could _wound_ his pride.", "ˈwuːnd"),
        ("middle-_aged_ men", "ˈeɪdʒd"),
        # used to
        ("The tool _used_ to dig was found.", "ˈjuːst"),
        ("The tools have been _used_ to dig.", "ˈjuːzd"),
        ("They are _used_ to it.", "ˈjuːst"),
        ("The men had _used_ to-do lists.", "ˈjuːzd"),
        ("It is a thing _used_ to open doors.", "ˈjuːzd"),
        # adverbs between
        ("The clinic never _records_ names.", "ɹɪˈkɔːɹdz"),
        ("Never _use_ force.", "ˈjuːz"),
        ("Now _record_ profits are expected.", "ˈɹɛkɚd"),
        # and
        ("They will collect and then _record_ the names.", "ɹɪˈkɔːɹd"),
        ("She writes and _records_ songs.", "ɹɪˈkɔːɹdz"),
        ("distinct and _separate_ departments", "ˈsɛpɹət"),
        ("ministers and _rebels_", "ˈɹɛbəlz"),
        ("They eat and _record_.", "ˈɹɛkɚd"),
        ("They will arrest men and _record_ names.", "ɹɪˈkɔːɹd"),
        ("She could harm men or _insult_ us.", "ɪnˈsʌlt"),
        # whole clauses
        ("When output _contracts_, jobs go.", "kənˈtɹækts"),
        ("A bank _transfers_ money.", "tɹænsˈfɝz"),
        ("Three school _projects_ were stopped.", "ˈpɹɒdʒɛkts"),
        ("They will follow _updates_ on the case.", "ˈʌpdeɪts"),
        ("One _suspects_ that he knew.", "səˈspɛkts"),
        ("the degree to which _records_ differ", "ˈɹɛkɚdz"),
        ("the way in which _present_ laws work", "ˈpɹɛzənt"),
        ("He argued that _increases_ in rent hurt.", "ˈɪnkɹiːsɪz"),
        ("He argued that _produce_ rots.", "pɹəˈduːs"),
        ("a party that holds _separate_ talks", "ˈsɛpɹət"),
        ("The court _records_ every word.", "ɹɪˈkɔːɹdz"),
        ("Output fell as exports did every _record_ year.", "ˈɹɛkɚd"),
        ("They _use_ it.", "ˈjuːz"),
        ("The vaccine saves _lives_ every day.", "ˈlaɪvz"),
        ("Profits rose to _record_ levels.", "ˈɹɛkɚd"),
        ("He vowed to _record_ albums.", "ɹɪˈkɔːɹd"),
        ("The patients are _subject_ to checks.", "ˈsʌbdʒɛkt"),
        ("There are issues _present_ within the party.", "ˈpɹɛzənt"),
        ("Mild to _moderate_ earthquakes shook it.", "ˈmɒdəɹət"),
        # adjectives
        ("He speaks _live_ from Doha.", "ˈlaɪv"),
        ("_Live_ from Doha: the talks.", "ˈlaɪv"),
        ("It will be shown all night _live_.", "ˈlaɪv"),
        ("at _close_ of business", "ˈkloʊz"),
        ("near _enough_ and _close_ enough".replace("_enough_", "enough"), "ˈkloʊs"),
        ("They _content_ themselves with words.", "kənˈtɛnt"),
        ("a _minute_ later", "ˈmɪnɪt"),
        ("a _minute_ long", "ˈmɪnɪt"),
        ("a _minute_ plastic shell", "maɪˈnuːt"),
        ("with _minute_ flowers", "maɪˈnuːt"),
        ("deadly and _minute_ dust", "maɪˈnuːt"),
        # names
        ("They met in _Nice_.", "ˈniːs"),
        ("the _Reading_ festival", "ˈɹɛdɪŋ"),
        ("the _Reading_ room", "ˈɹiːdɪŋ"),
        ("_Polish_ the table.", "ˈpɒlɪʃ"),
        ("He wore a _bow_ tie.", "ˈboʊ"),
        ("The price _dove_.", "ˈdʌv"),
        ("She _dove_ in.", "ˈdoʊv"),
    ],
)
def test_reading(marked, ipa):
    assert heard(marked) == ipa


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("They _record_ it.", "verb"),
        ("She has _read_ it.", "past"),
        ("a white _dove_", "noun"),
        ("a _live_ band", "adjective"),
        ("The men were very _upset_.", "adjective"),
        ("a _separate_ peace", "adjective"),
        ("the soldiers of _Vance_", "name"),
        ("He spoke _slowly_.", "adverb"),
        ("The plan is _not_ good.", None),
        ("They _wanted_ peace.", "past"),
        ("a _wanted_ man", "adjective"),
        ("a _terrible_ war", "adjective"),
        ("the _treatment_ of men", "noun"),
        ("to _march_ home", "verb"),
        ("the _march_ of time", "noun"),
        ("The plans of the _new_ men", "adjective"),
        ("the _bank_ robbery", "noun"),
        ("a _record_ year", "noun"),
        ("at _present_", "noun"),
        ("The moderate men were _present_.", "adjective"),
        ("the _public_ of the city", "noun"),
        ("stones _wall_ it", "verb"),
        ("_Snow_ peace", None),
        ("They _polish_ the floor.", "verb"),
        ("a _Polish_ town", "name"),
        ("Prices are _cheaper_ than before.", "adjective"),
        ("Roads _lead_ home.", "verb"),
        ("a pot of _lead_", "noun"),
        ("the _and_ of it", None),
        ("— — —_ _", None),
    ],
)
def test_part_of_speech(marked, expected):
    begin, end = marked.index("_"), marked.rindex("_") - 1
    assert part_of_speech(marked.replace("_", ""), begin, end) == expected


def test_part_of_speech_of_several_words_is_that_of_the_last():
    assert part_of_speech("They met the press freely.", 13, 25) == "adverb"
