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
