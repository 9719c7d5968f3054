"""Articles: from a page as it was answered to a text that can be trusted, or the reason why not."""
