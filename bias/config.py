"""Settings: one frozen object, read once at the edge and passed in.

Each comes from an environment variable ``BIAS_<NAME>`` or from a ``.env`` file in the working
directory; what is not set keeps the default below.
"""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bias.errors import UsageError
from bias.languages import DEFAULT, REPORT_LANGUAGES


class Settings(BaseSettings):
    """Everything a run can be told, with units in the descriptions."""

    model_config = SettingsConfigDict(
        env_prefix="BIAS_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    archive: str = Field(
        default="archive", description="Root of what is kept: a folder or s3://bucket/prefix."
    )
    reports: str = Field(
        default="reports", description="Root of the HTML reports: a folder or s3://…."
    )
    outlets: Path | None = Field(
        default=None, description="outlets.toml to use instead of the bundled one."
    )
    lexicon: Path | None = Field(
        default=None,
        description="A CSV of your own English cues, or a folder of them by language: fr.csv.",
    )
    report_language: str = Field(
        default=DEFAULT,
        description="Language that the pages of events, articles and nights speak: en or fr.",
    )
    timezone: str = Field(
        default="Europe/London", description="Time zone of the night and of edition dates."
    )
    now: datetime | None = Field(
        default=None, description="Moment taken for now, ISO 8601; only to replay a night."
    )
    window_hours: float = Field(
        default=36.0, gt=0, le=24 * 31, description="Age in hours up to which an article is new."
    )
    max_articles_per_outlet: int = Field(
        default=200, ge=1, le=5000, description="Most pages fetched from one outlet in a night."
    )
    user_agent: str = Field(
        default="media-bias-comparison/0.1 (nightly research fetch)",
        min_length=1,
        description="Name under which outlets are fetched; put a contact address in it.",
    )
    timeout_seconds: float = Field(
        default=20.0, gt=0, le=600, description="Longest wait for one whole answer."
    )
    max_page_bytes: int = Field(
        default=5_000_000, ge=1_000, description="Largest answer taken from one address."
    )
    max_redirects: int = Field(default=5, ge=0, le=20, description="Most redirects followed.")
    delay_seconds: float = Field(
        default=1.0, ge=0, le=60, description="Pause between two requests to one host."
    )
    retries: int = Field(
        default=3, ge=1, le=10, description="Attempts at an address that answers 5xx or breaks off."
    )
    allow_private_hosts: bool = Field(
        default=False,
        description="Fetch from loopback and private addresses; only for the bundled newsroom.",
    )
    events_per_batch: int = Field(
        default=20, ge=1, le=500, description="Events that one Airflow task works on."
    )
    jobs: int = Field(
        default=1,
        ge=1,
        le=256,
        description="Processes that compare events side by side; each takes some 500 MB.",
    )
    notify: str = Field(
        default="",
        description="Whom to tell of a night that failed, is thin, late or missed: addresses of "
        "Apprise (mailto://…, slack://…, jsons://…), with spaces between them.",
    )
    reports_address: str = Field(
        default="",
        description="Address at which readers open the reports, for the link in a notice.",
    )
    metrics: str = Field(
        default="",
        description="Collector that takes Airflow's metrics and the numbers of each night: "
        "OpenTelemetry over HTTP, like http://127.0.0.1:4318.",
    )
    json_logs: bool = Field(
        default=False, description="Write log lines as JSON, with what each is about."
    )
    min_article_words: int = Field(
        default=80, ge=1, description="Fewest words for an article to be trusted."
    )
    max_article_chars: int = Field(
        default=200_000, ge=1_000, description="Most characters of body text that are read."
    )
    seed: int = Field(default=20190430, description="Seed of every bootstrap interval.")

    def clock(self) -> datetime:
        """Return the present moment in UTC, or the one set for a replay."""
        return (self.now or datetime.now(UTC)).astimezone(UTC)

    def edition_at(self, moment: datetime) -> str:
        """Return the edition that a run at ``moment`` makes: its date in the time zone."""
        return moment.astimezone(ZoneInfo(self.timezone)).date().isoformat()

    @field_validator("report_language")
    @classmethod
    def _known_language(cls, value: str) -> str:
        if value not in REPORT_LANGUAGES:
            message = f"{value!r} has no catalogue; write one of {', '.join(REPORT_LANGUAGES)}"
            raise ValueError(message)
        return value

    @field_validator("metrics")
    @classmethod
    def _is_web_address(cls, value: str) -> str:
        if value and not value.startswith(("http://", "https://")):
            message = f"{value!r} is no web address; write one like http://127.0.0.1:4318"
            raise ValueError(message)
        return value

    @field_validator("timezone")
    @classmethod
    def _known_timezone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            message = f"{value!r} is no time zone; write one like Europe/London or UTC"
            raise ValueError(message) from error
        return value


def read_settings() -> Settings:
    """Read the settings from the environment.

    Raises:
        UsageError: a setting has a value that does not fit; the message names it.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "BIAS_" + "_".join(str(part) for part in first["loc"]).upper()
        message = f"{name}: {first['msg']}"
        raise UsageError(message) from error
