"""Language -> the small words at which its phrases begin. Data."""

from dataclasses import dataclass

from oped_audio.model.language import primary


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """Small words, casefolded."""

    opening: frozenset[str]
    """Conjunctions, prepositions and relative pronouns: a line may well begin with one."""
    clinging: frozenset[str]
    """These, articles, possessives and titles: a line should not end with one."""


def phrase_words(language: str) -> PhraseWords:
    """The words of this BCP 47 language; none where they are not known."""
    return _WORDS.get(primary(language), _NONE)


def _words(opening: str, clinging: str) -> PhraseWords:
    first = frozenset(opening.split())
    return PhraseWords(first, first | frozenset(clinging.split()))


_NONE = _words("", "")
_WORDS = {
    "de": _words(
        "als ab an auf aus außer bei beim bevor bis da damit dass denn doch durch für gegen hinter "
        "im in indem mit nach nachdem neben ob obwohl oder ohne seit sobald sondern sowie statt "
        "trotz über um und unter vom von vor während wegen weil wenn wie wo zu zum zur zwischen",
        "das dem den der des die ein eine einem einen einer eines dies diese dieser dieses jede "
        "jeder kein keine mein meine dein deine sein seine ihr ihre unser unsere euer eure nicht "
        "sehr dr prof herr frau",
    ),
    "en": _words(
        "about across after against although among and as at because before behind between but by "
        "despite during for from if in into like nor of off on onto or over per since so than that "
        "though through to toward towards under unless until upon via when where whether which "
        "while who whom whose why with within without yet",
        "a an the this these those my your his her its our their no every each some any both is "
        "are was were be been being will would can could may might must shall should has have had "
        "do does did not very more most too mr mrs ms dr",
    ),
    "es": _words(
        "a al ante aunque bajo como con contra cuando cuyo de del desde donde durante e en entre "
        "hacia hasta mientras ni o para pero por porque pues que quien según si sin sino sobre "
        "tras u y",
        "el la los las lo un una unos unas este esta estos estas ese esa su sus mi mis tu tus "
        "nuestro nuestra no muy más se",
    ),
    "fr": _words(
        "à afin après au aux avant avec car chez comme contre dans de depuis derrière des dès donc "
        "dont du en entre et jusque lorsque mais malgré ni or ou où par parce pendant pour puisque "
        "quand que qui quoique sans selon si sous sur vers",
        "le la les un une ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos "
        "leur leurs ne pas très plus se m mme",
    ),
}
