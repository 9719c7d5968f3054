"""Stage 6: whose words every stretch of an article is, and who is cited for them."""
