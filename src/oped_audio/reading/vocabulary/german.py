"""German. Pure data."""

from oped_audio.reading.vocabulary.english import WORDS as ENGLISH
from oped_audio.reading.vocabulary.words import Vocabulary, lines, words

WORDS = Vocabulary(
    about_author="Über den Autor",
    about_author_headings=frozenset(
        lines("""über den autor
        über die autorin
        über die autoren
        über die autorinnen
        zum autor
        zur autorin
        zur person
        der autor
        die autorin""")
    ),
    bylines=(
        *("ein gastbeitrag von", "ein kommentar von", "gastbeitrag von", "kommentar von"),
        *("ein essay von", "eine kolumne von", "von"),
    ),
    the_author=("der autor", "die autorin", "die autoren", "die autorinnen", "der verfasser"),
    present_verbs=words(
        """ist sind lehrt lehren schreibt schreiben arbeitet arbeiten leitet leiten lebt leben
        forscht forschen hat haben führt berichtet studiert betreibt sitzt vertritt promoviert"""
    ),
    past_verbs=words(
        """war waren lehrte schrieb arbeitete leitete gründete forschte berichtete studierte"""
    ),
    be=words("ist sind war waren"),
    after_be=words(
        "ein eine einer der die das derzeit freier freie autor autorin seit mitglied am an"
    ),
    adverbs=words("derzeit zurzeit heute auch früher zuletzt seit"),
    roles=words(
        """abgeordnete abgeordneter anwalt anwältin architekt architektin arzt ärztin autor autorin
        autoren bauer bäuerin berater beraterin biologe biologin bürgermeister bürgermeisterin
        chefredakteur chefredakteurin direktor direktorin dozent dozentin forscher forscherin
        geschäftsführer geschäftsführerin gründer gründerin historiker historikerin ingenieur
        ingenieurin journalist journalistin jurist juristin kolumnist kolumnistin korrespondent
        korrespondentin künstler künstlerin landwirt landwirtin lehrer lehrerin leiter leiterin
        lotse lotsin mathematiker mathematikerin minister ministerin mitarbeiter mitarbeiterin
        mitglied ökonom ökonomin philosoph philosophin physiker physikerin politiker politikerin
        politikwissenschaftler politikwissenschaftlerin präsident präsidentin professor professorin
        publizist publizistin rechtsanwalt rechtsanwältin redakteur redakteurin reporter reporterin
        richter richterin schriftsteller schriftstellerin soziologe soziologin sprecher sprecherin
        student studentin übersetzer übersetzerin volkswirt volkswirtin vorsitzende vorsitzender
        wissenschaftler wissenschaftlerin wirtschaftswissenschaftler wirtschaftswissenschaftlerin"""
    ),
    first_person=words("wir uns unser unsere unserer unserem unseren ich mich mir mein meine"),
    note_starts=lines("""copyright
        ©
        die hier geäußerten
        dieser beitrag
        dieser artikel
        dieser text
        der artikel erschien
        aus dem englischen
        aus dem französischen
        übersetzt von
        hinweis:
        zuerst erschienen"""),
    not_standfirst_starts=lines("""anmerkung der redaktion
        anm. d. red
        liebe
        sehr geehrte
        hinweis:
        korrektur"""),
    continuations=words(
        """aber und doch so jedoch dennoch trotzdem er sie es ihr sein seine stattdessen dann
        deshalb deswegen darum zudem außerdem auch denn folglich somit"""
    ),
    conjunction="und",
    name_suffixes=ENGLISH.name_suffixes,
    titles=words(
        """dr prof professor professorin herr frau med jur iur phil rer nat pol oec theol habil ing hc
        mult"""
    ),
    particles=words("von van der den zu zum zur vom de la du di el al bin ten ter"),
    small_words=words(
        """der die das den dem des ein eine einen einem einer und oder aber in im an am auf aus bei
        mit nach von vom zu zum zur für gegen ohne über unter vor um als wie so nicht"""
    ),
    abbreviations=words(
        """dr prof hr fr st nr abs art bd bzw ca etc evtl ggf inkl jan feb mrz apr jun jul aug sep
        sept okt nov dez usw vgl mio mrd s z.b u.a d.h z.t u z b d h a geb"""
    ),
    months=words(
        """januar februar märz april mai juni juli august september oktober november dezember
        jänner jan feb mrz mär apr jun jul aug sep sept okt nov dez"""
    ),
    calendar=words(
        """montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa
        so uhr um am den der vom veröffentlicht aktualisiert stand zuletzt erschienen mez mesz"""
    ),
    furniture=lines("""anzeige
        werbung
        lesen sie auch
        mehr zum thema
        weiterlesen
        teilen
        newsletter
        abonnieren
        tabelle
        abbildung
        quelle:
        quellen:
        foto:
        bild:
        hinweis:"""),
    salutations=("liebe", "lieber", "sehr geehrte", "mit freundlichen", "an die redaktion"),
    questions=words(
        """was wer wen wem wessen warum wieso weshalb wie wo wohin woher wann ist sind war kann
        können soll sollen muss müssen darf will wird werden hat haben"""
    ),
    pointing=words(
        """er sie es ihn ihm ihr ihre sein seine das dies diese dieser dieses jene wir uns unser
        unsere ich mich mein du dein euch"""
    ),
    answers=words(
        """nein ja doch nicht weil vielleicht kaum niemand nichts nie niemals gewiss sicher natürlich
        einfach genau nur beides weder wohl"""
    ),
    pictures=lines("""bildnachweis
        bildquelle
        fotografie
        fotos
        foto
        bilder
        bild
        illustration
        grafik
        zeichnung
        karikatur"""),
    sources=("von", "via", "©"),
    bare_sources=("fotografiert von",),
    picture_kinds=("archiv", "symbol", "titel"),
    agencies=ENGLISH.agencies
    | frozenset(("picture alliance", "ddp", "keystone", "apa", "imago images")),
    undescribed="Bild ohne Beschreibung",
    notes="Anmerkungen",
    notes_headings=words("anmerkungen fußnoten endnoten einzelnachweise quellen belege"),
    editors_notes=(
        *("anmerkung der redaktion", "anm. d. red.", "anm. der redaktion", "korrektur"),
        *("hinweis der redaktion", "redaktioneller hinweis"),
    ),
    left_out=lines("""lesen sie auch
        lesen sie hier
        lesen sie mehr
        mehr lesen
        mehr zum thema
        mehr dazu
        zum thema
        weiterlesen
        weiter lesen
        auch interessant
        das könnte sie auch interessieren
        siehe auch
        anzeige
        werbung
        artikel teilen
        teilen auf
        jetzt abonnieren
        jetzt registrieren
        newsletter
        abonnieren sie
        melden sie sich
        folgen sie uns
        zur startseite
        zum artikel
        zum seitenanfang
        nach oben
        meistgelesen
        empfohlener redaktioneller inhalt
        drucken
        hören sie diesen
        artikel anhören"""),
    debris=ENGLISH.debris
    | words(
        """teilen drucken merken kommentar kommentare kommentieren speichern senden anzeige werbung
        anhören newsletter abo menü suche anmelden vorlesen gefällt mir mehr"""
    ),
    reading_time=(
        r"(?:lesezeit:? )?(?:ca\. )?\d{1,3}[ -]min(?:uten|ute|\.)?(?: lesezeit)?",
        r"lesezeit:?.{0,20}",
    ),
    kickers=words(
        """meinung kommentar gastbeitrag gastkommentar leitartikel essay kolumne glosse debatte
        analyse standpunkt feuilleton leserbrief leserbriefe opinion"""
    ),
    dateline_words=lines("""veröffentlicht
        aktualisiert
        zuletzt aktualisiert
        erschienen
        stand:
        datum:"""),
    parts=words("teil kapitel abschnitt buch akt"),
    ordinals=words("eins zwei drei vier fünf sechs sieben acht neun zehn"),
)
