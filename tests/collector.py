"""A collector of metrics on loopback that takes OTLP over HTTP and remembers what came."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import (
    ExportMetricsServiceRequest,
)

Number = tuple[str, float, tuple[tuple[str, str], ...]]


class Collector:
    """What has come so far, and the address it came to."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.paths: list[str] = []
        self.numbers: list[Number] = []

    def take(self, path: str, body: bytes) -> None:
        self.paths.append(path)
        request = ExportMetricsServiceRequest.FromString(body)
        for resource in request.resource_metrics:
            for scope in resource.scope_metrics:
                for metric in scope.metrics:
                    for point in [*metric.gauge.data_points, *metric.sum.data_points]:
                        labels = sorted((a.key, a.value.string_value) for a in point.attributes)
                        value = point.as_double or float(point.as_int)
                        self.numbers.append((metric.name, value, tuple(labels)))


@contextmanager
def collecting(status: int = 200) -> Iterator[Collector]:
    """Answer every request with a status until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            collector.take(self.path, body)
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    collector = Collector(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield collector
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
