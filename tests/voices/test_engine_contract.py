"""Our engines keep to what is asked of every engine."""

from oped_audio.testing.engine_conformance import EngineConformance


class TestTone(EngineConformance):
    engine = "tone"
    lacks = frozenset({"takes", "pronunciations"})


class TestSystem(EngineConformance):
    engine = "pyttsx3"
    lacks = frozenset({"takes"})


class TestHibari(EngineConformance):
    engine = "hibari"


class TestPiper(EngineConformance):
    engine = "piper"
    lacks = frozenset({"pitch"})


class TestKokoro(EngineConformance):
    engine = "kokoro"
    other_voice = "bf_emma"
    lacks = frozenset({"pitch"})
