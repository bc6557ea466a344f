"""Which role gets which answer on which route: the table that the service is held against."""

C, L, M, A = "coordinator", "clinician", "manager", "admin"
EVERYONE = (C, L, M, A)
READERS = (C, L, M)
EXAMINERS = (C, L)

# What anyone at all may open.
OPEN = {
    "accounts.set_password",
    "accounts.sign_in",
    "health.show_health",
}

# Which roles may open a page that shows something.
PAGES = {
    "accounts.create_site": (A,),
    "accounts.create_user": (A,),
    "accounts.edit_site": (A,),
    "accounts.edit_user": (A,),
    "accounts.list_sites": (A,),
    "accounts.list_users": (A,),
    "accounts.show_account": EVERYONE,
    "accounts.show_first_page": EVERYONE,
    "api.list_exams": READERS,
    "api.list_participants": READERS,
    "api.list_systems": EVERYONE,
    "api.show_indicators": (M,),
    "api.show_openapi": EVERYONE,
    "api.show_system": EVERYONE,
    "audit.list_events": (A,),
    "cases.add_procedure": (L,),
    "cases.come_back": READERS,
    "cases.edit_procedure": (L,),
    "cases.list_cases": READERS,
    "cases.show_case": READERS,
    "cases.void_procedure": (L,),
    "enrollments.assess": (C,),
    "enrollments.correct_assessment": (C,),
    "enrollments.correct_enrollment": (C,),
    "enrollments.enroll": (C,),
    "enrollments.exit_enrollment": (C,),
    "enrollments.resume": (C,),
    "enrollments.show_enrollment": READERS,
    "enrollments.show_rules": READERS,
    "enrollments.suspend": (C,),
    "enrollments.void_assessment": (C,),
    "enrollments.void_enrollment": (C,),
    "evaluations.calculate": EXAMINERS,
    "evaluations.list_systems": EXAMINERS,
    "exams.add_exam": EXAMINERS,
    "exams.correct_exam": EXAMINERS,
    "exams.print_result": READERS,
    "exams.show_exam": READERS,
    "exams.void_exam": EXAMINERS,
    "exchange.download_export": (C, M),
    "exchange.download_rejects": (C,),
    "exchange.download_template": (C,),
    "exchange.list_exports": (C, M),
    "exchange.list_imports": (C,),
    "exchange.show_export": (C, M),
    "exchange.show_export_progress": (C, M),
    "exchange.show_import": (C,),
    "exchange.show_progress": (C,),
    "exchange.undo_import": (C,),
    "exchange.upload": (C,),
    "indicators.download": (M,),
    "indicators.show_persons": (M,),
    "indicators.show_program": (M,),
    "indicators.show_report": (M,),
    "outcomes.add_cancer": (L,),
    "outcomes.edit_cancer": (L,),
    "outcomes.void_cancer": (L,),
    "participants.correct_death": (C,),
    "participants.edit_participant": (C,),
    "participants.record_death": (C,),
    "participants.register_at_site": (C,),
    "participants.register_participant": (C,),
    "participants.search": READERS,
    "participants.show_history": READERS,
    "participants.show_participant": READERS,
    "participants.void_participant": (C,),
    "worklists.show_work": EXAMINERS,
}

# Pages that answer whoever may open them with something else than 200, and why.
OTHERWISE = {
    ("api.show_indicators", M): 400,  # no program is named
    ("accounts.show_first_page", C): 303,  # leads on to the first page of the role
    ("accounts.show_first_page", L): 303,
    ("accounts.show_first_page", M): 303,
    ("accounts.show_first_page", A): 303,
    ("cases.come_back", C): 303,  # leads on to the case
    ("cases.come_back", L): 303,
    ("cases.come_back", M): 303,
    ("indicators.show_report", M): 303,  # leads on to the first program
    ("indicators.show_persons", M): 404,  # no figure is named
    ("enrollments.enroll", C): 409,  # the person is enrolled already
    ("enrollments.resume", C): 409,  # the person is not paused
    ("exchange.undo_import", C): 409,  # the import was only checked
    ("exchange.show_export", M): 404,  # the export is the coordinator's
    ("exchange.show_export_progress", M): 404,
    ("exchange.download_export", M): 404,
}

# Which roles may send a change; `None` is anyone at all.
CHANGES = {
    "accounts.change_password": EVERYONE,
    "accounts.choose_language": None,
    "accounts.choose_site": EVERYONE,
    "accounts.create_site": (A,),
    "accounts.create_token": EVERYONE,
    "accounts.create_user": (A,),
    "accounts.edit_site": (A,),
    "accounts.edit_user": (A,),
    "accounts.end_session": EVERYONE,
    "accounts.revoke_token": EVERYONE,
    "accounts.set_password": None,
    "accounts.set_preferences": EVERYONE,
    "accounts.sign_in": None,
    "accounts.sign_out": EVERYONE,
    "accounts.start_reset": (A,),
    "api.evaluate": EVERYONE,
    "cases.add_procedure": (L,),
    "cases.agree": (L,),
    "cases.close_case": (L,),
    "cases.edit_procedure": (L,),
    "cases.override": (L,),
    "cases.reopen_case": (L,),
    "cases.take_case": (L,),
    "cases.void_procedure": (L,),
    "enrollments.assess": (C,),
    "enrollments.correct_assessment": (C,),
    "enrollments.correct_enrollment": (C,),
    "enrollments.enroll": (C,),
    "enrollments.exit_enrollment": (C,),
    "enrollments.resume": (C,),
    "enrollments.show_verdict": (C,),
    "enrollments.start": (C,),
    "enrollments.suspend": (C,),
    "enrollments.void_assessment": (C,),
    "enrollments.void_enrollment": (C,),
    "evaluations.calculate": EXAMINERS,
    "evaluations.show_result": EXAMINERS,
    "exams.add_exam": EXAMINERS,
    "exams.correct_exam": EXAMINERS,
    "exams.move_exam": EXAMINERS,
    "exams.show_category": EXAMINERS,
    "exams.void_exam": EXAMINERS,
    "exchange.apply_import": (C,),
    "exchange.cancel_import": (C,),
    "exchange.list_exports": (C, M),
    "exchange.stop_export": (C, M),
    "exchange.undo_import": (C,),
    "exchange.upload": (C,),
    "outcomes.add_cancer": (L,),
    "outcomes.edit_cancer": (L,),
    "outcomes.show_stage": (L,),
    "outcomes.void_cancer": (L,),
    "participants.correct_death": (C,),
    "participants.edit_participant": (C,),
    "participants.record_death": (C,),
    "participants.register_at_site": (C,),
    "participants.register_participant": (C,),
    "participants.reveal_national_id": EXAMINERS,
    "participants.search": READERS,
    "participants.show_lookalikes": (C,),
    "participants.show_matches": READERS,
    "participants.void_participant": (C,),
}

# Routes of records, whose address names one.
OF_RECORDS = (
    "participants", "enrollments", "exams", "cases", "procedures", "cancers", "imports", "exports",
)  # fmt: skip


def routes(app, method):
    """Return the routes of the service that take this method, besides files for the browser."""
    rules = (rule for rule in app.url_map.iter_rules() if method in rule.methods)
    return [rule for rule in rules if not rule.endpoint.endswith("static")]


def is_for_programs(rule):
    """Tell whether a route answers programs, which are not led to a page."""
    return rule.rule.startswith("/api/")


def record_routes(app, method):
    """Return the routes that show or change one record of a site."""
    return [
        rule
        for rule in routes(app, method)
        if rule.arguments - {"kind"} and rule.rule.split("/")[1] in OF_RECORDS
    ]
