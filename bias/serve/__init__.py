"""A page on this machine to paste texts into: compare them, read the reports, search the archive.

Nothing is kept: a comparison lives as long as the program. Only this machine is answered, and only
a browser that was opened with the token.
"""

from bias.serve.app import make_app
from bias.serve.server import serve_until_stopped

__all__ = ["make_app", "serve_until_stopped"]
