"""Reads a text once: sentences, quotations, tokens with lemma, part of speech and dependency."""
