"""French. Pure data."""

from oped_audio.reading.vocabulary.english import WORDS as ENGLISH
from oped_audio.reading.vocabulary.words import Vocabulary, lines, words

WORDS = Vocabulary(
    about_author="À propos de l’auteur",
    about_author_headings=frozenset(
        lines("""à propos de l auteur
        à propos de l autrice
        à propos des auteurs
        l auteur
        l autrice
        biographie""")
    ),
    bylines=("une tribune de", "tribune de", "une chronique de", "propos de", "texte de", "par"),
    the_author=("l’auteur", "l'auteur", "l’autrice", "l'autrice", "les auteurs"),
    present_verbs=words(
        """est sont enseigne enseignent écrit écrivent travaille travaillent dirige dirigent vit
        vivent préside anime étudie collabore a ont tient siège"""
    ),
    past_verbs=words("était étaient enseignait écrivait travaillait dirigeait fut fonda"),
    be=words("est sont était étaient fut"),
    after_be=words("un une le la l’ l actuellement aussi auteur autrice membre"),
    adverbs=words("actuellement aujourd’hui aussi également auparavant récemment"),
    roles=words(
        """agriculteur agricultrice anthropologue architecte artiste auteur autrice avocat avocate
        biologiste chercheur chercheuse chroniqueur chroniqueuse conférencier conférencière
        conseiller conseillère correspondant correspondante dessinateur député députée directeur
        directrice docteur doctorant doctorante écrivain écrivaine économiste éditeur éditrice
        éditorialiste enseignant enseignante essayiste étudiant étudiante fondateur fondatrice
        géographe historien historienne ingénieur ingénieure journaliste juge juriste maire maître
        maîtresse médecin membre ministre musicien musicienne philosophe photographe physicien
        physicienne pilote politologue présidente président professeur professeure rédacteur
        rédactrice reporter romancier romancière sénateur sénatrice sociologue spécialiste
        traducteur traductrice urbaniste"""
    ),
    first_person=words("nous notre nos je me moi mon ma mes vous votre vos"),
    note_starts=lines("""copyright
        ©
        les opinions exprimées
        les propos
        cet article
        ce texte
        cette tribune
        traduit de
        traduit par
        publié initialement
        première publication"""),
    not_standfirst_starts=lines("""note de la rédaction
        ndlr
        cher
        chère
        note :
        rectificatif
        erratum"""),
    continuations=words(
        """mais et or donc ainsi cependant pourtant il elle ils elles son sa ses leur leurs alors
        ensuite puis toutefois néanmoins aussi car"""
    ),
    conjunction="et",
    name_suffixes=ENGLISH.name_suffixes,
    titles=words("dr pr me m mm mme mlle professeur maître monsieur madame"),
    particles=words("de du des la le d’ van von der den ben el al di da"),
    small_words=words(
        """le la les l un une des du de d et ou mais à au aux en dans par pour sur sous sans avec
        vers chez que qui quoi dont ne pas"""
    ),
    abbreviations=words(
        """m mm mme mlle dr pr me st ste etc cf p pp art vol n janv févr avr juil sept oct nov déc
        av apr env"""
    ),
    months=words(
        """janvier février mars avril mai juin juillet août septembre octobre novembre décembre
        janv févr avr juil sept oct nov déc"""
    ),
    calendar=words(
        """lundi mardi mercredi jeudi vendredi samedi dimanche le à h er publié mis jour modifié
        dernière mise et"""
    ),
    furniture=lines("""publicité
        à lire aussi
        lire aussi
        voir aussi
        partager
        s’abonner
        abonnez-vous
        newsletter
        tableau
        figure
        source :
        sources :
        photo :"""),
    salutations=("cher", "chère", "chers", "monsieur", "madame", "cordialement", "à la rédaction"),
    questions=words(
        """que qu qui quoi quel quelle quels quelles pourquoi comment où quand combien est faut
        peut doit"""
    ),
    pointing=words(
        """il elle ils elles le la les lui leur son sa ses ce cet cette ces cela ça nous notre nos
        je mon ma mes vous votre"""
    ),
    answers=words(
        """non oui si pas parce peut-être jamais personne rien sans certes bien évidemment exactement
        seulement aucun aucune sûrement"""
    ),
    pictures=lines("""crédit photo
        crédits photo
        crédit
        crédits
        photographies
        photographie
        photos
        photo
        images
        image
        illustrations
        illustration
        dessin
        infographie"""),
    sources=("de", "par", "via", "©"),
    bare_sources=("photographié par",),
    picture_kinds=("archives",),
    agencies=ENGLISH.agencies
    | frozenset(("hans lucas", "belga", "sipa press", "maxppp", "divergence")),
    undescribed="Image sans description",
    notes="Notes",
    notes_headings=words("notes références"),
    editors_notes=(
        *("note de la rédaction", "ndlr", "note de l’éditeur", "rectificatif", "erratum"),
        "précision",
    ),
    left_out=lines("""à lire aussi
        lire aussi
        à lire :
        à lire également
        lire également
        lire la suite
        lire plus
        lire l’article
        voir aussi
        à voir aussi
        sur le même sujet
        sur le même thème
        pour aller plus loin
        les plus lus
        publicité
        article réservé
        la suite après cette publicité
        partager sur
        partager l’article
        partager cet article
        abonnez-vous
        s’abonner
        inscrivez-vous
        je m’abonne
        suivez-nous
        recevez notre
        retour en haut
        retour à l’accueil
        écouter cet article
        imprimer"""),
    debris=ENGLISH.debris
    | words(
        """partager imprimer enregistrer envoyer commenter commentaires commentaire réagir publicité
        écouter newsletter abonnement menu recherche connexion offrir j’aime sauvegarder"""
    ),
    reading_time=(
        r"(?:temps de lecture\s?:? ?)?(?:env\. )?\d{1,3}\s?min(?:utes?)?\.?(?: de lecture)?",
        r"temps de lecture\s?:?.{0,20}",
    ),
    kickers=frozenset(
        lines("""opinion
        opinions
        tribune
        tribunes
        chronique
        édito
        éditorial
        point de vue
        analyse
        débat
        débats
        idées
        carte blanche
        billet
        libre propos
        courrier des lecteurs""")
    ),
    dateline_words=lines("""publié le
        publié à
        mis à jour
        modifié le
        paru le
        date :"""),
    parts=words("partie chapitre section livre acte"),
    ordinals=words(
        "un une deux trois quatre cinq six sept huit neuf dix première deuxième troisième"
    ),
)
