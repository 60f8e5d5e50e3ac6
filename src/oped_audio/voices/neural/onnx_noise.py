"""A model that rolls dice -> the same model with what they show as an input. Pure.

onnxruntime's own dice are seeded once a session, so that what they show depends on all that was
run before. The bytes of the model, an ONNX ModelProto, are walked without the ``onnx`` package:
https://protobuf.dev/programming-guides/encoding/, fields as in onnx.proto.
"""

from collections.abc import Iterator

_GRAPH = 7
_NODE, _INITIALIZER, _INPUT = 1, 5, 11
_NODE_INPUT, _NODE_OUTPUT, _OP_TYPE = 1, 2, 4
_DICE = b"RandomNormalLike"
_BYTES = 2
_FIXED = {1: 8, 5: 4}
_FLOAT, _INT64 = 1, 7
_PREFIX = b"oped/"


def with_noise(model: bytes, name: str) -> bytes:
    """The model with one input more: a row of random numbers, from which all its dice are read.

    Where they are not enough they are read again from the first. A model without dice gets the
    input too. Raises ValueError for what is no model.
    """
    written = bytearray()
    for field, wire, whole, content in _fields(memoryview(model)):
        if field == _GRAPH and wire == _BYTES:
            written += _field(_GRAPH, _loaded(content, name.encode()))
        else:
            written += whole
    return bytes(written)


def _loaded(graph: memoryview, noise: bytes) -> bytes:
    written = bytearray()
    for field, _, whole, content in _fields(graph):
        dice = _dice(content) if field == _NODE else None
        written += _reading(noise, *dice) if dice else whole
    for number in (0, 1):
        written += _field(_INITIALIZER, _whole_number(_constant(number), number))
    return bytes(written + _field(_INPUT, _row(noise)))


def _dice(node: memoryview) -> tuple[bytes, bytes] | None:
    """Of dice: the tensor whose shape they have, and the tensor that they are."""
    parts = {field: bytes(content) for field, _, _, content in _fields(node)}
    if parts.get(_OP_TYPE) != _DICE:
        return None
    return parts[_NODE_INPUT], parts[_NODE_OUTPUT]


def _reading(noise: bytes, like: bytes, output: bytes) -> bytes:
    """The nodes that read as many numbers from the row as a tensor has, in its shape."""
    own = _PREFIX + output
    shape, flat, each, size, within, numbers = (
        own + suffix for suffix in (b"/s", b"/f", b"/e", b"/n", b"/w", b"/r")
    )
    zero, one = _constant(0), _constant(1)
    return b"".join(
        _field(_NODE, _node(operator, inputs, made))
        for operator, inputs, made in (
            (b"Shape", (like,), shape),
            (b"Size", (like,), flat),
            (b"Range", (zero, flat, one), each),
            (b"Size", (noise,), size),
            (b"Mod", (each, size), within),
            (b"Gather", (noise, within), numbers),
            (b"Reshape", (numbers, shape), output),
        )
    )


def _node(operator: bytes, inputs: tuple[bytes, ...], output: bytes) -> bytes:
    given = b"".join(_field(_NODE_INPUT, name) for name in inputs)
    return given + _field(_NODE_OUTPUT, output) + _field(_OP_TYPE, operator)


def _constant(number: int) -> bytes:
    return _PREFIX + str(number).encode()


def _whole_number(name: bytes, number: int) -> bytes:
    """A TensorProto."""
    kind = _key(2, 0) + _varint(_INT64)
    return kind + _field(8, name) + _field(9, number.to_bytes(8, "little"))


def _row(name: bytes) -> bytes:
    """A ValueInfoProto: any number of floats."""
    dimension = _field(1, _field(2, b"count"))
    tensor = _key(1, 0) + _varint(_FLOAT) + _field(2, dimension)
    return _field(1, name) + _field(2, _field(1, tensor))


def _fields(message: memoryview) -> Iterator[tuple[int, int, memoryview, memoryview]]:
    """Number and wire type of each field, the whole of it, and what it holds."""
    at = 0
    while at < len(message):
        begin = at
        key, at = _read_varint(message, at)
        field, wire = key >> 3, key & 7
        first = at
        if wire == 0:
            _, end = _read_varint(message, at)
        elif wire == _BYTES:
            length, first = _read_varint(message, at)
            end = first + length
        elif wire in _FIXED:
            end = at + _FIXED[wire]
        else:
            raise ValueError("no ONNX model")
        if end > len(message):
            raise ValueError("no ONNX model")
        yield field, wire, message[begin:end], message[first:end]
        at = end


def _read_varint(message: memoryview, at: int) -> tuple[int, int]:
    number = shift = 0
    while at < len(message):
        byte = message[at]
        number |= (byte & 0x7F) << shift
        at += 1
        shift += 7
        if byte < 0x80:
            return number, at
    raise ValueError("no ONNX model")


def _varint(number: int) -> bytes:
    written = bytearray()
    while number >= 0x80:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])


def _key(field: int, wire: int) -> bytes:
    return _varint(field << 3 | wire)


def _field(field: int, content: bytes) -> bytes:
    return _key(field, _BYTES) + _varint(len(content)) + content
