"""What an editor is told of, beside the errors of the pipeline."""


class NotHereError(Exception):
    """There is no such article, sentence or file."""


class RefusedError(Exception):
    """A change that is not made. The message says why and what to do."""


class ConflictError(RefusedError):
    """Files have changed since the page was made that the change was asked for on."""
