"""The records that pass between stages: frozen, typed, and all of them plain data.

Every position is a half-open span ``[start, end)`` of characters into one part of one article,
``article.part_text(part)``, which no stage ever alters. An empty tuple means "looked, found none";
``None`` means "not known".

A module for each stage, in the order in which data flows; all names are imported from here:

    coverage, gaps → articles → events → reading → people → passages → alignment → wording
    → comparison
"""

from bias.records.alignment import (
    AlignedEvent,
    Alignment,
    Conflict,
    ConflictKind,
    Contrast,
    ContrastStep,
    Denial,
    GroupKind,
    Join,
    Nearest,
    NumberClash,
    Omission,
    Only,
    Opposition,
    OppositionKind,
    PassageGroup,
    PassageRef,
)
from bias.records.articles import Article, Block, BlockKind, Level, Part, Quality, WireCopy
from bias.records.base import Record
from bias.records.comparison import Comparison, Making
from bias.records.coverage import Announcement, Feed, Outlet, Page
from bias.records.events import BY_HAND, Event, NightEvents
from bias.records.gaps import Gap, GapReason
from bias.records.measures import STAGES, Facts, Measure, NightTable, StageTook
from bias.records.passages import Doubt, Passage, Voice, VoicedArticle, VoiceSpan
from bias.records.people import Cast, Entity, EntityKind, Mention, MentionKind
from bias.records.reading import (
    Annotations,
    NamedEntity,
    PartReading,
    Quotation,
    Reading,
    Sentence,
)
from bias.records.wording import Cue, Deed, Finding, LeftOut, LexiconUse, Naming, Score

__all__ = [
    "BY_HAND",
    "STAGES",
    "AlignedEvent",
    "Alignment",
    "Annotations",
    "Announcement",
    "Article",
    "Block",
    "BlockKind",
    "Cast",
    "Comparison",
    "Conflict",
    "ConflictKind",
    "Contrast",
    "ContrastStep",
    "Cue",
    "Deed",
    "Denial",
    "Doubt",
    "Entity",
    "EntityKind",
    "Event",
    "Facts",
    "Feed",
    "Finding",
    "Gap",
    "GapReason",
    "GroupKind",
    "Join",
    "LeftOut",
    "Level",
    "LexiconUse",
    "Making",
    "Measure",
    "Mention",
    "MentionKind",
    "NamedEntity",
    "Naming",
    "Nearest",
    "NightEvents",
    "NightTable",
    "NumberClash",
    "Omission",
    "Only",
    "Opposition",
    "OppositionKind",
    "Outlet",
    "Page",
    "Part",
    "PartReading",
    "Passage",
    "PassageGroup",
    "PassageRef",
    "Quality",
    "Quotation",
    "Reading",
    "Record",
    "Score",
    "Sentence",
    "StageTook",
    "Voice",
    "VoiceSpan",
    "VoicedArticle",
    "WireCopy",
]
