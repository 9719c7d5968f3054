"""The numbers of a night for whoever collects them: OpenTelemetry, as Airflow's own go.

One address switches both on; what is sent is what the table of the night holds.
"""

import logging
from collections.abc import Iterator, Mapping

from bias.errors import BiasError, InstallationError
from bias.records import NightTable

SECONDS = 5
"""How long a collector is waited for."""
SERVICE = "media-bias"

_log = logging.getLogger("bias")

Number = tuple[str, float, Mapping[str, str]]
"""Name, value and labels."""


def numbers_of(table: NightTable) -> Iterator[Number]:
    """Yield what is sent of a night: seconds and bytes, counts, and how often each gap stands."""
    night = {"edition": table.edition}
    yield "media_bias.articles", table.facts.articles, night
    yield "media_bias.events", table.facts.events, night
    for reason, count in table.facts.gaps:
        yield "media_bias.gaps", count, night | {"reason": reason.value}
    for took in table.stages:
        stage = night | {"stage": took.stage}
        yield "media_bias.stage.bytes", took.bytes, stage
        if took.tasks:
            yield "media_bias.stage.done", took.count, stage
            yield "media_bias.stage.seconds", took.seconds, stage
            yield "media_bias.stage.span", took.span, stage


def send(address: str, table: NightTable) -> None:
    """Send the numbers of a night to a collector that speaks OTLP over HTTP.

    Args:
        address: of the collector, without path: ``http://127.0.0.1:4318``.
        table: of the night.

    Raises:
        InstallationError: OpenTelemetry is not installed.
        BiasError: the collector did not take them.
    """
    try:
        from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
        from opentelemetry.sdk.metrics import MeterProvider
        from opentelemetry.sdk.metrics.export import InMemoryMetricReader, MetricExportResult
        from opentelemetry.sdk.resources import SERVICE_NAME, Resource
    except ImportError as error:
        message = "BIAS_METRICS needs OpenTelemetry; pip install 'media-bias-comparison[airflow]'"
        raise InstallationError(message) from error
    reader = InMemoryMetricReader()
    resource = Resource.create({SERVICE_NAME: SERVICE})
    provider = MeterProvider([reader], resource, shutdown_on_exit=False)
    meter = provider.get_meter("bias")
    for name, value, labels in numbers_of(table):
        meter.create_gauge(name).set(value, dict(labels))
    data = reader.get_metrics_data()
    provider.shutdown()
    exporter = OTLPMetricExporter(endpoint=f"{address.rstrip('/')}/v1/metrics", timeout=SECONDS)
    try:
        sent = data is not None and exporter.export(data) is MetricExportResult.SUCCESS
    finally:
        exporter.shutdown()
    if not sent:
        message = f"BIAS_METRICS: {address} did not take the numbers of {table.edition}"
        raise BiasError(message)


def tell_collector(address: str, table: NightTable) -> None:
    """Send the numbers where an address is set; that they cannot be is logged and stops nothing."""
    if not address:
        return
    try:
        send(address, table)
    except BiasError as error:
        _log.warning("%s", error)
