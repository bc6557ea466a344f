"""Who may do what, as data: permissions named resource:action, and the table of roles."""

from enum import StrEnum

from screening.protocol.wording import N_


class Role(StrEnum):
    """The four kinds of user."""

    COORDINATOR = "coordinator"
    CLINICIAN = "clinician"
    MANAGER = "manager"
    ADMIN = "admin"


class Permission(StrEnum):
    """What a route or a button asks for."""

    ACCOUNT_OWN = "account:own"
    PARTICIPANT_VIEW = "participant:view"
    PARTICIPANT_EDIT = "participant:edit"
    PARTICIPANT_REVEAL = "participant:reveal"
    ENROLLMENT_EDIT = "enrollment:edit"
    EXAM_VIEW = "exam:view"
    EXAM_EDIT = "exam:edit"
    CASE_VIEW = "case:view"
    CASE_DECIDE = "case:decide"
    CANCER_EDIT = "cancer:edit"
    WORKLIST_VIEW = "worklist:view"
    CALCULATOR_USE = "calculator:use"
    INDICATOR_VIEW = "indicator:view"
    INDICATOR_PERSONS = "indicator:persons"
    IMPORT_RUN = "import:run"
    EXPORT_RUN = "export:run"
    USER_MANAGE = "user:manage"
    SITE_MANAGE = "site:manage"
    AUDIT_VIEW = "audit:view"


ROLE_LABELS = {
    Role.COORDINATOR: N_("Coordinator"),
    Role.CLINICIAN: N_("Clinician"),
    Role.MANAGER: N_("Manager"),
    Role.ADMIN: N_("Administrator"),
}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.COORDINATOR: frozenset(
        {
            Permission.ACCOUNT_OWN,
            Permission.PARTICIPANT_VIEW,
            Permission.PARTICIPANT_EDIT,
            Permission.PARTICIPANT_REVEAL,
            Permission.ENROLLMENT_EDIT,
            Permission.EXAM_VIEW,
            Permission.EXAM_EDIT,
            Permission.CASE_VIEW,
            Permission.WORKLIST_VIEW,
            Permission.CALCULATOR_USE,
            Permission.IMPORT_RUN,
            Permission.EXPORT_RUN,
        }
    ),
    Role.CLINICIAN: frozenset(
        {
            Permission.ACCOUNT_OWN,
            Permission.PARTICIPANT_VIEW,
            Permission.PARTICIPANT_REVEAL,
            Permission.EXAM_VIEW,
            Permission.EXAM_EDIT,
            Permission.CASE_VIEW,
            Permission.CASE_DECIDE,
            Permission.CANCER_EDIT,
            Permission.WORKLIST_VIEW,
            Permission.CALCULATOR_USE,
        }
    ),
    Role.MANAGER: frozenset(
        {
            Permission.ACCOUNT_OWN,
            Permission.PARTICIPANT_VIEW,
            Permission.EXAM_VIEW,
            Permission.CASE_VIEW,
            Permission.INDICATOR_VIEW,
            Permission.INDICATOR_PERSONS,
            Permission.EXPORT_RUN,
        }
    ),
    Role.ADMIN: frozenset(
        {
            Permission.ACCOUNT_OWN,
            Permission.USER_MANAGE,
            Permission.SITE_MANAGE,
            Permission.AUDIT_VIEW,
        }
    ),
}


def allows(role: Role, permission: Permission) -> bool:
    """Tell whether a role has a permission."""
    return permission in ROLE_PERMISSIONS[role]
