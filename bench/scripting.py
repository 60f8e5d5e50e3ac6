"""How much CPU time 10,000 words of op-ed take to be scripted, lexicon and homographs included.

Once with all that the first article of a process imports, loads and compiles, and once more, as the
next one has it; reading the article does not count. The bare tool only cuts sentences.
"""

import re
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

ARTICLE = Path(__file__).parents[1] / "input" / "the-case-for-night-trains.txt"
WORDS = 10_000
RUNS = 5


def main() -> None:
    command = [sys.executable, __file__, "once"]
    times = [
        tuple(map(float, subprocess.run(command, check=True, capture_output=True).stdout.split()))
        for _ in range(RUNS)
    ]
    again, first, bare, words = min(times)
    print(
        f"Scripting {words:,.0f} words: {again:.2f} CPU s (of 0.5), {first:.2f} s with all that the"
        f" first article loads; {again / bare:.0f} times cutting sentences with sentencex"
    )


def once() -> None:
    """In a process of its own, so that imports count."""
    from oped_audio.reading import open_source, read
    from oped_audio.reading.pictures import Pictures
    from oped_audio.reading.settings import LexiconSettings, ReadingSettings
    from oped_audio.scripting.settings import PauseSettings

    source = open_source(ARTICLE)
    document = read(source, ReadingSettings(), Pictures(Path(), print)).document
    document = longer(document)
    started = time.process_time()
    from oped_audio import scripting
    from oped_audio.reading.lexicon import lexicon_for

    lexicon = lexicon_for(LexiconSettings(), None)
    script = scripting.script(document, PauseSettings(), lexicon=lexicon)
    first = time.process_time() - started
    started = time.process_time()
    scripting.script(document, PauseSettings(), lexicon=lexicon)
    again = time.process_time() - started
    words = sum(len(utterance.tokens) for utterance in script.utterances)
    started = time.process_time()
    import sentencex

    for section in document.sections:
        for block in section.blocks:
            list(sentencex.segment("en", block.text))
    print(again, first, time.process_time() - started, words)


def longer(document):
    """The article over and over, with other numbers, until it is long enough."""
    from dataclasses import replace

    sections = []
    words = 0
    for copy in count():
        for section in document.sections:
            blocks = tuple(_other(block, copy) for block in section.blocks)
            name = f"s{len(sections) + 1:03}"
            sections.append(replace(section, id=name, blocks=blocks))
            words += sum(len(block.text.split()) for block in blocks)
            if words >= WORDS:
                return replace(document, sections=tuple(sections))
    return None


def _other(block, copy: int):
    from dataclasses import replace

    def other(span):
        text = re.sub(r"\d+", lambda m: str(int(m[0]) + copy), span.text)
        return replace(span, text=text)

    return replace(block, id=f"{block.id}x{copy}", spans=tuple(map(other, block.spans)))


if __name__ == "__main__":
    once() if sys.argv[1:] else main()
