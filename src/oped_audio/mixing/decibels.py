"""Decibels relative to full scale, and amplitudes of which 1.0 is full scale. Pure."""

from math import log10


def decibels(amplitude: float) -> float | None:
    """To a hundredth; None for silence."""
    return round(20 * log10(amplitude), 2) if amplitude > 0 else None


def amplitude(decibels: float) -> float:
    """The factor that makes a sound louder by so many decibels."""
    return float(10 ** (decibels / 20))
