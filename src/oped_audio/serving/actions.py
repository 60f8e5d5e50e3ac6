"""What an editor sends off -> what is changed, and the address of the page that tells of it."""

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from oped_audio.errors import OpedAudioError
from oped_audio.serving.changing import (
    outline_plan,
    place_of,
    take_plan,
    text_of,
    voice_plan,
    word_plan,
)
from oped_audio.serving.desk import LEXICON, OPED, TAKES
from oped_audio.serving.errors import ConflictError, NotHereError, RefusedError
from oped_audio.serving.pages.frame import Place, Told
from oped_audio.serving.room import Room, back
from oped_audio.serving.views import utterance_of

Form = Mapping[str, str]


def outline(room: Room, name: str, form: Form) -> str:
    """Make something else of a piece of the article."""
    desk, block, what = room.desk, form.get("block", ""), form.get("what", "")
    address = Place(name).url()

    def change() -> Told:
        text = text_of(desk.proof(name), block)
        done = desk.change(
            name,
            form.get("stand", ""),
            OPED,
            lambda proof, _: outline_plan(
                proof, desk.options, block, what, form.get("heading", "")
            ),
        )
        return Told(f"{done}.", place_of(desk.proof(name), text, "undo"))

    told = _told(change, block)
    return back(address, room.tell(told), told.focus)


def undo(room: Room, name: str, _form: Form) -> str:
    """Take the last change back."""
    told = _told(lambda: Told(f"Undone: {room.desk.undo(name)}.", "undo"), "undo")
    return back(Place(name).url(), room.tell(told), "undo")


def word(room: Room, name: str, form: Form) -> str:
    """Have a word said in another way."""
    address = Place(name).url(
        f"s/{utterance_of(room.desk.proof(name), form.get('sentence', '')).id}"
    )
    is_ipa = bool(form.get("ipa"))
    written, said = form.get("word", ""), form.get("said", "")

    def change() -> Told:
        done = room.desk.change(
            name,
            form.get("stand", ""),
            LEXICON,
            lambda proof, text: word_plan(proof, text, written, said, is_ipa=is_ipa),
        )
        return Told(f"{done}.", "save")

    told = _told(change, "said")
    kept = {"of": written, "said": said, **({"ipa": "yes"} if is_ipa else {})}
    query = urlencode({key: value[:200] for key, value in kept.items()})
    return back(address, room.tell(told), told.focus, query)


def take(room: Room, name: str, form: Form) -> str:
    """Have a sentence said a little differently."""
    wanted = form.get("sentence", "")
    address = Place(name).url(f"s/{utterance_of(room.desk.proof(name), wanted).id}")

    def change() -> Told:
        with room.desk.speaking:
            done = room.desk.change(
                name,
                form.get("stand", ""),
                TAKES,
                lambda proof, _: take_plan(proof, utterance_of(proof, wanted)),
            )
        return Told(f"{done}.", "differently")

    told = _told(change, "differently")
    return back(address, room.tell(told), told.focus)


def voices(room: Room, name: str, form: Form) -> str:
    """Choose who speaks what."""
    role, offers = form.get("role", ""), room.offers()

    def change() -> Told:
        done = room.desk.change(
            name,
            form.get("stand", ""),
            OPED,
            lambda proof, _: voice_plan(proof, offers, role, form.get("voice", "")),
        )
        return Told(f"{done}.", f"save-{role}")

    told = _told(change, f"save-{role}")
    return back(Place(name).url("voices"), room.tell(told), told.focus)


def build(room: Room, name: str, _form: Form) -> str:
    """Begin to build."""
    started = room.builds.start(name, room.desk.path(name))
    told = Told("The build has begun.", "stop")
    if not started:
        told = Told(f"A build of {room.builds.running} is running; stop it first.", "build", True)
    return back(Place(name).url("build"), room.tell(told), told.focus)


def stop(room: Room, name: str, _form: Form) -> str:
    """Stop building."""
    job = room.builds.of(name)
    if job:
        job.stop()
    message = job.news[-1].message if job and job.news else "Nothing is being built."
    return back(Place(name).url("build"), room.tell(Told(message, "build")), "build")


def _told(change: Callable[[], Told], focus: str) -> Told:
    """What came of a change; what went wrong, in its own words."""
    try:
        return change()
    except (RefusedError, ConflictError) as error:
        return Told(str(error), focus, is_error=True)
    except NotHereError:
        return Told("Nothing was changed: this is no longer there.", "main", is_error=True)
    except OpedAudioError as error:
        return Told(f"Nothing was changed. {error}", focus, is_error=True)
