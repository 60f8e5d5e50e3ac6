"""Models in onnxruntime: one more output, a number of threads, and where they run."""

from typing import TYPE_CHECKING, Any

from oped_audio.errors import EngineUnavailableError
from oped_audio.voices.engine import Device, Setup
from oped_audio.voices.weights.catalogue import bring_engine

if TYPE_CHECKING:
    import numpy as np

_PROVIDERS: dict[Device, str] = {
    "cuda": "CUDAExecutionProvider",
    "rocm": "ROCMExecutionProvider",
    "directml": "DmlExecutionProvider",
    "coreml": "CoreMLExecutionProvider",
    "cpu": "CPUExecutionProvider",
}
_AUTOMATIC: tuple[Device, ...] = ("cuda", "rocm", "directml", "cpu")
"""In this order; Core ML only when asked for, because it runs few of these models whole."""
_GRAPH_FIELD = b"\x3a"
_OUTPUT_FIELD = b"\x62"
_NAME_FIELD = b"\x0a"


class OnnxSession:
    """A model that is loaded, by one thread or several, on the device that the setup says."""

    def __init__(self, engine: str, model: bytes, setup: Setup, also: str = "") -> None:
        """``also`` names a tensor inside the model that is given out behind its own outputs.

        Raises EngineUnavailableError.
        """
        onnxruntime = _runtime(engine)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = setup.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                with_output(model, also) if also else model,
                options,
                providers=_providers(engine, setup.device, onnxruntime.get_available_providers()),
            )
        except EngineUnavailableError:
            raise
        except Exception as error:  # onnxruntime's own errors share no base that it exports
            reason = f"its model cannot be loaded: {error}".splitlines()[0]
            raise EngineUnavailableError(engine, reason, "install the voice anew") from error

    def run(self, **inputs: Any) -> "list[np.ndarray[Any, Any]]":
        """The outputs for these inputs, which are arrays by the model's own names for them."""
        outputs: list[np.ndarray[Any, Any]] = self._session.run(None, inputs)
        return outputs


def with_output(model: bytes, tensor: str) -> bytes:
    """The model, an ONNX ModelProto, with one of its tensors (of a short name) as a last output.

    A message that occurs twice in a protocol buffer is merged, so what is added can be appended:
    https://protobuf.dev/programming-guides/encoding/#last-one-wins, fields as in onnx.proto.
    """
    value = _field(_NAME_FIELD, tensor.encode())
    return model + _field(_GRAPH_FIELD, _field(_OUTPUT_FIELD, value))


def _field(tag: bytes, content: bytes) -> bytes:
    if len(content) >= 128:
        raise ValueError("the name of the tensor is too long")
    return tag + bytes([len(content)]) + content


def runtime_version(engine: str) -> str:
    """Of onnxruntime. Raises EngineUnavailableError."""
    version: str = _runtime(engine).__version__
    return version


def _runtime(engine: str) -> Any:
    try:
        import onnxruntime
    except ImportError as error:
        raise missing_extra(engine) from error
    return onnxruntime


def missing_extra(engine: str) -> EngineUnavailableError:
    """What is told of an engine whose packages are not there."""
    advice = f"run `{bring_engine(engine)}`, or build with `make ENGINE={engine}`"
    return EngineUnavailableError(engine, "its packages are not installed", advice)


def _providers(engine: str, device: Device, available: list[str]) -> list[str]:
    wanted = _AUTOMATIC if device == "auto" else (device,)
    found = [_PROVIDERS[one] for one in wanted if _PROVIDERS[one] in available]
    if not found:
        can = ", ".join(one for one, provider in _PROVIDERS.items() if provider in available)
        advice = f"use --device auto, or one of: {can}"
        raise EngineUnavailableError(engine, f"this onnxruntime does not run on {device}", advice)
    return [*found, *({_PROVIDERS["cpu"]} - set(found))]
