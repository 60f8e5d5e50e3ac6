"""English words that are written alike and said otherwise, in General American. Data.

Left out are words whose readings differ in hardly a sound (address, document, finance), words with
one reading for all uses (minister, march, decline, number, does) and inflected forms that only a
verb has (recorded, objecting).
"""

from collections.abc import Iterator, Mapping

from oped_audio.model.lexicon import PartOfSpeech

_NOUN_AND_VERB = """
abuse       əˈbjuːs         əˈbjuːz
addict      ˈædɪkt          əˈdɪkt
advocate    ˈædvəkət        ˈædvəkeɪt
affiliate   əˈfɪliət        əˈfɪlieɪt
aggregate   ˈæɡɹɪɡət        ˈæɡɹɪɡeɪt
alternate   ˈɔːltɚnət       ˈɔːltɚneɪt
animate     ˈænɪmət         ˈænɪmeɪt
appropriate əˈpɹoʊpɹiət     əˈpɹoʊpɹieɪt
approximate əˈpɹɒksɪmət    əˈpɹɒksɪmeɪt
articulate  ɑːɹˈtɪkjələt    ɑːɹˈtɪkjəleɪt
associate   əˈsoʊʃiət       əˈsoʊʃieɪt
attribute   ˈætɹɪbjuːt      əˈtɹɪbjuːt
combat      ˈkɒmbæt        kəmˈbæt
combine     ˈkɒmbaɪn       kəmˈbaɪn
compact     ˈkɒmpækt       kəmˈpækt
compound    ˈkɒmpaʊnd      kəmˈpaʊnd
compress    ˈkɒmpɹɛs       kəmˈpɹɛs
conduct     ˈkɒndʌkt       kənˈdʌkt
conflict    ˈkɒnflɪkt      kənˈflɪkt
conscript   ˈkɒnskɹɪpt     kənˈskɹɪpt
console     ˈkɒnsoʊl       kənˈsoʊl
consort     ˈkɒnsɔːɹt      kənˈsɔːɹt
construct   ˈkɒnstɹʌkt     kənˈstɹʌkt
contest     ˈkɒntɛst       kənˈtɛst
contract    ˈkɒntɹækt      kənˈtɹækt
contrast    ˈkɒntɹæst      kənˈtɹæst
converse    ˈkɒnvɝs        kənˈvɝs
convert     ˈkɒnvɝt        kənˈvɝt
convict     ˈkɒnvɪkt       kənˈvɪkt
coordinate  koʊˈɔːɹdɪnət    koʊˈɔːɹdɪneɪt
correlate   ˈkɔːɹələt       ˈkɔːɹəleɪt
decrease    ˈdiːkɹiːs       dɪˈkɹiːs
defect      ˈdiːfɛkt        dɪˈfɛkt
degenerate  dɪˈdʒɛnəɹət     dɪˈdʒɛnəɹeɪt
delegate    ˈdɛlɪɡət        ˈdɛlɪɡeɪt
deliberate  dɪˈlɪbəɹət      dɪˈlɪbəɹeɪt
desert      ˈdɛzɚt          dɪˈzɝt
designate   ˈdɛzɪɡnət       ˈdɛzɪɡneɪt
desolate    ˈdɛsələt        ˈdɛsəleɪt
diffuse     dɪˈfjuːs        dɪˈfjuːz
digest      ˈdaɪdʒɛst       daɪˈdʒɛst
discard     ˈdɪskɑːɹd       dɪˈskɑːɹd
discharge   ˈdɪstʃɑːɹdʒ     dɪsˈtʃɑːɹdʒ
discount    ˈdɪskaʊnt       dɪsˈkaʊnt
duplicate   ˈduːplɪkət      ˈduːplɪkeɪt
elaborate   ɪˈlæbəɹət       ɪˈlæbəɹeɪt
entrance    ˈɛntɹəns        ɪnˈtɹæns
escort      ˈɛskɔːɹt        ɪˈskɔːɹt
estimate    ˈɛstɪmət        ˈɛstɪmeɪt
excuse      ɪkˈskjuːs       ɪkˈskjuːz
expatriate  ɛksˈpeɪtɹiət    ɛksˈpeɪtɹieɪt
exploit     ˈɛksplɔɪt       ɪkˈsplɔɪt
export      ˈɛkspɔːɹt       ɪkˈspɔːɹt
extract     ˈɛkstɹækt       ɪkˈstɹækt
ferment     ˈfɝmɛnt         fɚˈmɛnt
fragment    ˈfɹæɡmənt       fɹæɡˈmɛnt
frequent    ˈfɹiːkwənt      fɹiˈkwɛnt
graduate    ˈɡɹædʒuət       ˈɡɹædʒueɪt
house       ˈhaʊs           ˈhaʊz
impact      ˈɪmpækt         ɪmˈpækt
implant     ˈɪmplænt        ɪmˈplænt
import      ˈɪmpɔːɹt        ɪmˈpɔːɹt
incense     ˈɪnsɛns         ɪnˈsɛns
incline     ˈɪnklaɪn        ɪnˈklaɪn
increase    ˈɪnkɹiːs        ɪnˈkɹiːs
initiate    ɪˈnɪʃiət        ɪˈnɪʃieɪt
insert      ˈɪnsɝt          ɪnˈsɝt
insult      ˈɪnsʌlt         ɪnˈsʌlt
interchange ˈɪntɚtʃeɪndʒ    ɪntɚˈtʃeɪndʒ
intern      ˈɪntɝn          ɪnˈtɝn
intimate    ˈɪntɪmət        ˈɪntɪmeɪt
intrigue    ˈɪntɹiːɡ        ɪnˈtɹiːɡ
invite      ˈɪnvaɪt         ɪnˈvaɪt
isolate     ˈaɪsələt        ˈaɪsəleɪt
legitimate  lɪˈdʒɪtɪmət     lɪˈdʒɪtɪmeɪt
misuse      mɪsˈjuːs        mɪsˈjuːz
moderate    ˈmɒdəɹət       ˈmɒdəɹeɪt
object      ˈɒbdʒɛkt       əbˈdʒɛkt
overdose    ˈoʊvɚdoʊs       oʊvɚˈdoʊs
overhaul    ˈoʊvɚhɔːl       oʊvɚˈhɔːl
overlap     ˈoʊvɚlæp        oʊvɚˈlæp
overthrow   ˈoʊvɚθɹoʊ       oʊvɚˈθɹoʊ
perfect     ˈpɝfɪkt         pɚˈfɛkt
permit      ˈpɝmɪt          pɚˈmɪt
precipitate pɹɪˈsɪpɪtət     pɹɪˈsɪpɪteɪt
predicate   ˈpɹɛdɪkət       ˈpɹɛdɪkeɪt
present     ˈpɹɛzənt        pɹɪˈzɛnt
produce     ˈpɹoʊduːs       pɹəˈduːs
progress    ˈpɹɒɡɹɛs       pɹəˈɡɹɛs
project     ˈpɹɒdʒɛkt      pɹəˈdʒɛkt
protest     ˈpɹoʊtɛst       pɹəˈtɛst
rebel       ˈɹɛbəl          ɹɪˈbɛl
rebound     ˈɹiːbaʊnd       ɹɪˈbaʊnd
record      ˈɹɛkɚd          ɹɪˈkɔːɹd
recount     ˈɹiːkaʊnt       ɹɪˈkaʊnt
redress     ˈɹiːdɹɛs        ɹɪˈdɹɛs
refund      ˈɹiːfʌnd        ɹɪˈfʌnd
refuse      ˈɹɛfjuːs        ɹɪˈfjuːz
reject      ˈɹiːdʒɛkt       ɹɪˈdʒɛkt
remake      ˈɹiːmeɪk        ɹiːˈmeɪk
replay      ˈɹiːpleɪ        ɹiːˈpleɪ
resume      ˈɹɛzəmeɪ        ɹɪˈzuːm
retake      ˈɹiːteɪk        ɹiːˈteɪk
reuse       ɹiːˈjuːs        ɹiːˈjuːz
rewrite     ˈɹiːɹaɪt        ɹiːˈɹaɪt
segment     ˈsɛɡmənt        sɛɡˈmɛnt
separate    ˈsɛpɹət         ˈsɛpəɹeɪt
subject     ˈsʌbdʒɛkt       səbˈdʒɛkt
subordinate səˈbɔːɹdɪnət    səˈbɔːɹdɪneɪt
survey      ˈsɝveɪ          sɚˈveɪ
suspect     ˈsʌspɛkt        səˈspɛkt
syndicate   ˈsɪndɪkət       ˈsɪndɪkeɪt
torment     ˈtɔːɹmɛnt       tɔːɹˈmɛnt
transfer    ˈtɹænsfɝ        tɹænsˈfɝ
transplant  ˈtɹænsplænt     tɹænsˈplænt
transport   ˈtɹænspɔːɹt     tɹænsˈpɔːɹt
update      ˈʌpdeɪt         ʌpˈdeɪt
upgrade     ˈʌpɡɹeɪd        ʌpˈɡɹeɪd
use         ˈjuːs           ˈjuːz
wind        ˈwɪnd           ˈwaɪnd
"""
"""Word, as a noun or adjective, as a verb."""

_OTHERS: Mapping[str, Mapping[PartOfSpeech, str]] = {
    "allies": {"noun": "ˈælaɪz", "verb": "əˈlaɪz"},
    "ally": {"noun": "ˈælaɪ", "verb": "əˈlaɪ"},
    "analyses": {"noun": "əˈnælɪsiːz", "verb": "ˈænəlaɪzɪz"},
    "close": {"adjective": "ˈkloʊs", "adverb": "ˈkloʊs", "noun": "ˈkloʊz", "verb": "ˈkloʊz"},
    "confines": {"noun": "ˈkɒnfaɪnz", "verb": "kənˈfaɪnz"},
    "content": {"noun": "ˈkɒntɛnt", "adjective": "kənˈtɛnt", "verb": "kənˈtɛnt"},
    "diagnoses": {"noun": "ˌdaɪəɡˈnoʊsiːz", "verb": "ˌdaɪəɡˈnoʊsɪz"},
    "dove": {"noun": "ˈdʌv", "past": "ˈdoʊv"},
    "invalid": {"adjective": "ɪnˈvælɪd", "noun": "ˈɪnvəlɪd"},
    "live": {"verb": "ˈlɪv", "adjective": "ˈlaɪv", "adverb": "ˈlaɪv"},
    "lives": {"noun": "ˈlaɪvz", "verb": "ˈlɪvz"},
    "minute": {"noun": "ˈmɪnɪt", "adjective": "maɪˈnuːt"},
    "proceeds": {"noun": "ˈpɹoʊsiːdz", "verb": "pɹəˈsiːdz"},
    "read": {"verb": "ˈɹiːd", "noun": "ˈɹiːd", "past": "ˈɹɛd"},
    "upset": {"noun": "ˈʌpsɛt", "adjective": "ʌpˈsɛt", "verb": "ʌpˈsɛt", "past": "ʌpˈsɛt"},
}

_ADJECTIVES = frozenset(
    "aggregate alternate animate appropriate approximate articulate compact deliberate desolate"
    " diffuse duplicate elaborate frequent intimate legitimate moderate perfect present separate"
    " subordinate".split()
)
"""Those of them that are adjectives; the others stand before a noun as nouns: a record year."""
_WITHOUT_S = frozenset(
    "animate appropriate approximate articulate compact consort content deliberate desolate diffuse"
    " elaborate frequent house legitimate precipitate separate".split()
)
"""With an s they have one reading."""

_HISSING = ("s", "z", "ʃ", "ʒ")
_VOICELESS = ("p", "t", "k", "f", "θ")


def with_s(ipa: str) -> str:
    """The plural or the third person: ``juːs`` -> ``juːsɪz``."""
    return f"{ipa}{'ɪz' if ipa.endswith(_HISSING) else 's' if ipa.endswith(_VOICELESS) else 'z'}"


def _plural(word: str) -> str:
    return f"{word}es" if word.endswith("s") else f"{word}s"


def _readings() -> Iterator[tuple[str, Mapping[PartOfSpeech, str]]]:
    for line in _NOUN_AND_VERB.strip().splitlines():
        word, noun, verb = line.split()
        if word in _ADJECTIVES:
            yield word, {"noun": noun, "adjective": noun, "verb": verb}
        else:
            yield word, {"noun": noun, "verb": verb}
        yield f"{word}'s", {"noun": with_s(noun)}
        if word not in _WITHOUT_S:
            yield _plural(word), {"noun": with_s(noun), "verb": with_s(verb)}
    yield from _OTHERS.items()


READINGS: Mapping[str, Mapping[PartOfSpeech, str]] = dict(_readings())
"""IPA by part of speech, for each word in lower case whose part of speech tells how it is said."""
