"""The tree of errors: data, a remedy, an exit code.

    OpedAudioError               1
    ├── SettingsError            2   oped.toml, environment or options
    ├── LexiconError             2   lexicon.toml and other lexicons
    ├── InputError               3   the article
    │   ├── InputMissingError
    │   ├── NoArticlesError
    │   ├── NotTextError
    │   ├── RecordingError
    │   ├── EmptyInputError
    │   ├── TooLargeError
    │   ├── SameNameError
    │   ├── NoBooksError
    │   ├── NotBuiltError
    │   └── NoSourceError
    ├── VoiceError               4   engines and voices
    │   ├── UnknownEngineError
    │   ├── UnknownVoiceError
    │   ├── NoVoiceForLanguageError
    │   ├── VoiceNotInstalledError
    │   ├── UninstallableError
    │   ├── AmbiguousVoiceError
    │   ├── DownloadError
    │   ├── EngineUnavailableError
    │   ├── UnsayableError
    │   ├── NoPhonemesError
    │   ├── NarrationError
    │   └── SpeakersDiedError
    ├── RecogniserUnavailableError 4 the listening check
    ├── CheckerUnavailableError  4   checkers of others
    ├── ExtraMissingError        4   what an extra brings
    ├── ListeningError           5   the proofing page's port
    ├── OutputError              5   output and cache folders
    ├── EncodingError            6   ffmpeg
    ├── FfmpegUnavailableError   6
    ├── ClusterError             7   a cluster and its workers
    ├── MemoryShortError         8   too little memory
    └── InternalError            1   a bug of ours

Every error is made from its data, prints as one line, and survives pickling, because errors cross
from worker processes.
"""

from oped_audio.errors.base import (
    InternalError,
    OpedAudioError,
)
from oped_audio.errors.inputs import (
    AddressError,
    EmptyInputError,
    InputError,
    InputMissingError,
    LexiconError,
    NoArticlesError,
    NoBooksError,
    NoSourceError,
    NotBuiltError,
    NotTextError,
    RecordingError,
    SameNameError,
    SettingsError,
    TooLargeError,
    UnreadableFileError,
)
from oped_audio.errors.making import (
    ClusterError,
    EncodingError,
    MemoryShortError,
    OutputError,
    reason_of,
)
from oped_audio.errors.tools import (
    CheckerUnavailableError,
    ExtraMissingError,
    FfmpegUnavailableError,
    ListeningError,
    RecogniserUnavailableError,
)
from oped_audio.errors.voices import (
    AmbiguousVoiceError,
    DownloadError,
    EngineUnavailableError,
    FixedPitchError,
    NarrationError,
    NoPhonemesError,
    NoVoiceForLanguageError,
    SpeakersDiedError,
    UninstallableError,
    UnknownEngineError,
    UnknownVoiceError,
    UnsayableError,
    VoiceError,
    VoiceNotInstalledError,
)

__all__ = [
    "AddressError",
    "AmbiguousVoiceError",
    "CheckerUnavailableError",
    "ClusterError",
    "DownloadError",
    "EmptyInputError",
    "EncodingError",
    "EngineUnavailableError",
    "ExtraMissingError",
    "FfmpegUnavailableError",
    "FixedPitchError",
    "InputError",
    "InputMissingError",
    "InternalError",
    "LexiconError",
    "ListeningError",
    "MemoryShortError",
    "NarrationError",
    "NoArticlesError",
    "NoBooksError",
    "NoPhonemesError",
    "NoSourceError",
    "NoVoiceForLanguageError",
    "NotBuiltError",
    "NotTextError",
    "OpedAudioError",
    "OutputError",
    "RecogniserUnavailableError",
    "RecordingError",
    "SameNameError",
    "SettingsError",
    "SpeakersDiedError",
    "TooLargeError",
    "UninstallableError",
    "UnknownEngineError",
    "UnknownVoiceError",
    "UnreadableFileError",
    "UnsayableError",
    "VoiceError",
    "VoiceNotInstalledError",
    "reason_of",
]
