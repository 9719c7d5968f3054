"""Stage 4: sentences, quotation spans, reported speech, and whose words they are."""
