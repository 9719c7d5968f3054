"""The guard connects to numbers; the certificate must still be judged by the name."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bias.coverage.client import Client
from bias.coverage.refusals import NoAnswerError
from tests.coverage.conftest import MakeSettings

NAME = "harbour.example"


class Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:  # noqa: N802
        self.send_response(200)
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"words")

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""


class QuietServer(HTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that hang up."""


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "harbour.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path


@contextmanager
def served(certificate: Path) -> Iterator[int]:
    server = QuietServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_certificate_is_judged_by_the_name_that_was_asked_for(
    certificate: Path, make_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusting = ssl.create_default_context(cafile=certificate)
    monkeypatch.setattr("bias.coverage.connections._tls", lambda: trusting)
    settings = make_settings(retries=1)
    with served(certificate) as port, Client(settings, resolve=lambda *_: ["127.0.0.1"]) as client:
        assert client.get(f"https://{NAME}:{port}/").body == b"words"
        for other in ("elsewhere.example", "127.0.0.1"):
            with pytest.raises(NoAnswerError, match="No connection to its host could be made"):
                client.get(f"https://{other}:{port}/")


def test_a_certificate_that_nobody_signed_is_refused(
    certificate: Path, make_settings: MakeSettings
) -> None:
    settings = make_settings(retries=1)
    with (
        served(certificate) as port,
        Client(settings, resolve=lambda *_: ["127.0.0.1"]) as client,
        pytest.raises(NoAnswerError, match="No connection to its host could be made"),
    ):
        client.get(f"https://{NAME}:{port}/")
