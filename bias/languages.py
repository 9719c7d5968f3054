"""The languages that texts can be read in, by their code: the one place that names them.

How each is read stands in :mod:`bias.language.registry`; what loads no parser asks here.
"""

DEFAULT = "en"
"""Of a text that says too little to tell, and of an outlet that declares none (ISO 639-1)."""
SUPPORTED = (DEFAULT,)
"""Codes of the languages that have a lexicon and word tables."""
