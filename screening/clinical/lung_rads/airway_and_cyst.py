"""The rows of the decision table for airway nodules and atypical pulmonary cysts."""

from screening.clinical.lung_rads.nodule import Nodule, Verdict
from screening.clinical.lung_rads.steps import disputed, step_down
from screening.clinical.lung_rads.tables import AIRWAY, CYST_CHANGE, MULTILOCULAR, STEPPED
from screening.clinical.lung_rads.vocabulary import (
    AirwayLevel,
    Category,
    CystChange,
    CystType,
    Readings,
    Status,
)
from screening.clinical.reasons import InvalidInput, MissingInput, Reason

FIRST_SEEN = (Status.BASELINE, Status.NEW)


def airway(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Categorize an airway finding by what fills it and where it lies (section 5.4)."""
    if nodule.airway_content is not None:
        choice = readings.airway_content
        content = Reason("airway_without_soft_tissue", {"airway_content": nodule.airway_content})
        return Verdict(choice, (content, disputed("airway_content", choice)))
    if nodule.airway_level is None:
        raise MissingInput("airway_level")
    if nodule.airway_level is AirwayLevel.SUBSEGMENTAL:
        return Verdict(Category.TWO, (Reason("airway_subsegmental"),))
    if status not in AIRWAY:
        raise InvalidInput(
            "status",
            status,
            "no row is printed for such an airway nodule, so the reader gives the category",
        )
    key = "airway_first_seen" if status in FIRST_SEEN else "airway_persists"
    return Verdict(AIRWAY[status], (Reason(key, {"status": status}),))


def cyst(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Categorize a cyst: thin wall, then change, then type, then stability (section 5.4)."""
    cyst_type = nodule.cyst_type
    if cyst_type is None:
        raise MissingInput("cyst_type")
    if cyst_type is CystType.THIN_UNILOCULAR:
        return Verdict(Category.ONE, (Reason("cyst_thin_walled"),))
    if nodule.cyst_change is not None:
        return _changed_cyst(cyst_type, nodule.cyst_change)
    if cyst_type is CystType.BECAME_MULTILOCULAR or status in FIRST_SEEN:
        values = {"cyst_type": cyst_type, "status": status}
        return Verdict(Category.FOUR_A, (Reason("cyst_atypical", values),))
    if status in STEPPED:
        return step_down(nodule, status, readings)
    raise MissingInput("cyst_change")


def _changed_cyst(cyst_type: CystType, change: CystChange) -> Verdict:
    if change is CystChange.CYSTIC_COMPONENT_GROWING and cyst_type in MULTILOCULAR:
        raise InvalidInput(
            "cyst_change", change, "a multilocular cyst that grows is multilocular_growing"
        )
    return Verdict(CYST_CHANGE[change], (Reason("cyst_changed", {"cyst_change": change}),))
