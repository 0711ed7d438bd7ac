"""What can go wrong through misuse. A page that cannot be read is not an error but a line of the record (`LeftOut`)."""


class OnrecordError(Exception):
    """The base of all errors of onrecord. The message quotes the value at fault and says what would be right."""


class SourceError(OnrecordError):
    """A source that was named does not exist, or is of no kind that can be read."""


class ModelError(OnrecordError):
    """A model cannot be used: its files are missing or not those that this version was made with, or onnxruntime would
    send something."""


class RecordError(OnrecordError):
    """JSON that is not a record of this schema."""
