import json
import pickle

import pytest

from oped_audio import errors

ALL = [
    errors.SettingsError(
        "oped.toml", "voice.rat", "there is no such setting", "did you mean rate?"
    ),
    errors.LexiconError("lexicon.toml", "Xi", "is no IPA", "write IPA"),
    errors.InputMissingError("a.txt", "No such file"),
    errors.NoArticlesError("input", (".txt",)),
    errors.NotTextError("a.txt", "NUL byte at offset 12"),
    errors.RecordingError("a.mp3", "an MP3 sound file"),
    errors.EmptyInputError("a.txt", "only headings"),
    errors.TooLargeError("a.txt", 30_000_000, 20_000_000, "bytes"),
    errors.UnreadableFileError("a.docx", "a Word document", "a password protects it", "save it"),
    errors.AddressError("https://a.example", "404 Not Found", "check the address"),
    errors.SameNameError("b/a.txt", "a.txt", "a"),
    errors.NoBooksError("output"),
    errors.NotBuiltError("output/photos"),
    errors.NoSourceError("a.epub", "no manifest.json beside it tells its article"),
    errors.UnknownEngineError("x", ("pyttsx3", "tone")),
    errors.UnknownVoiceError("pyttsx3", "en-uss", ("en-us",)),
    errors.NoVoiceForLanguageError("pyttsx3", "tlh"),
    errors.VoiceNotInstalledError("kokoro", "af_heart"),
    errors.UninstallableError("", "hart", ("hibari/heart",)),
    errors.AmbiguousVoiceError("", "alpha", ("kokoro/hf_alpha", "kokoro/jf_alpha")),
    errors.DownloadError("hibari", "https://a.example/x", "404 Not Found", "try again later"),
    errors.FixedPitchError("piper", "joe"),
    errors.EngineUnavailableError("pyttsx3", "no library", "install it"),
    errors.NarrationError("pyttsx3", "s01-p01-u1", "it crashed"),
    errors.SpeakersDiedError("pyttsx3", 3),
    errors.UnsayableError("pyttsx3", "en-us", "Xhosa", "ǁʰoːsa", "ǁ"),
    errors.NoPhonemesError("tone"),
    errors.RecogniserUnavailableError("its packages are not installed"),
    errors.CheckerUnavailableError("Ace", "Node is not found", "install Node"),
    errors.ExtraMissingError("serve", "starlette", "serve"),
    errors.ListeningError("127.0.0.1:80", "permission denied"),
    errors.OutputError("out", "no space left"),
    errors.EncodingError("01-introduction", "killed"),
    errors.FfmpegUnavailableError(),
    errors.MemoryShortError("a.txt", "can't start new thread"),
    errors.ClusterError("tcp://a:8786", "no scheduler answers there", "start one"),
    errors.InternalError("a.txt", "ValueError: no"),
]


@pytest.mark.parametrize("error", ALL, ids=lambda error: type(error).__name__)
def test_is_one_line_with_place_problem_and_remedy_and_survives_pickling(error):
    text = str(error)
    assert "\n" not in text
    assert error.problem in text
    assert error.remedy in text
    assert error.place in text
    assert error.remedy
    assert str(pickle.loads(pickle.dumps(error))) == text
    assert json.loads(json.dumps(error.as_dict()))["exit_code"] == error.exit_code > 0


def test_a_line_break_in_the_data_stays_out_of_the_message():
    assert str(errors.InputMissingError("a\nb.txt", "gone")).startswith("a b.txt: cannot be read")


def test_a_name_of_a_file_does_nothing_to_a_terminal():
    error = errors.InputMissingError("\x1b]0;owned\x07\u202egpj.exe\udcff\x9b", "gone")
    assert str(error).startswith(r"\x1b]0;owned\x07\u202egpj.exe\udcff\x9b: cannot be read")


def test_a_message_has_an_end():
    error = errors.UnknownVoiceError("tone", "x" * 1_000_000, ())
    assert len(str(error)) < 1200
    assert str(error).endswith("`oped-audio voices` lists them all")


def test_every_error_is_tried_here():
    leaves = set()
    waiting = [errors.OpedAudioError]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if not kind.__subclasses__():
            leaves.add(kind)
    assert leaves == {type(error) for error in ALL}
