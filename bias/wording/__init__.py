"""Wording: loaded words, in whose voice, and against what the other outlets wrote."""

from bias.wording.compare import compare_event
from bias.wording.findings import explain, find
from bias.wording.lexicon import Lexicon, load_lexicon

__all__ = ["Lexicon", "compare_event", "explain", "find", "load_lexicon"]
