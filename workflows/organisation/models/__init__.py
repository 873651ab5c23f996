"""Who acts where and when: territory, people, offices, mandates, policies and working days."""

from ..states import Capacity
from .days import WorkingDay
from .mandate import Mandate
from .office import Office, OfficeArea, OfficeName, Role
from .person import Person
from .policy import Delegation, DocClass, SigningPolicy, Verdict
from .region import Kind, Level, Region, RegionCode, RegionLabel, RegionName, path_of
from .stationery import NumberPrefix, Papers, PaperSize, Stationery
from .substitution import Substitution

__all__ = [
    "Capacity",
    "Delegation",
    "DocClass",
    "Kind",
    "Level",
    "Mandate",
    "NumberPrefix",
    "Office",
    "OfficeArea",
    "OfficeName",
    "PaperSize",
    "Papers",
    "Person",
    "Region",
    "RegionCode",
    "RegionLabel",
    "RegionName",
    "Role",
    "SigningPolicy",
    "Stationery",
    "Substitution",
    "Verdict",
    "WorkingDay",
    "path_of",
]
