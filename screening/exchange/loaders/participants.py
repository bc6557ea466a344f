"""Participants from files: who is new, who is known already, and under which number of a site."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from screening.database.binding import plain_value
from screening.exchange.loaders.context import Context
from screening.exchange.loaders.planning import Placed, Plain, Planner, Values, changes_of
from screening.exchange.queries.lookups import (
    Numbered,
    Person,
    Record,
    participants_by_id,
    people_by_national_id,
    people_by_number,
    registered_at,
)
from screening.exchange.rules import Planned, Written
from screening.exchange.tabular.rows import SourceRow
from screening.participants.actions.identity import identity_columns
from screening.participants.actions.loading import (
    NewRegistration,
    add_people,
    change_people,
    register_people,
)
from screening.participants.queries import national_id_digest
from screening.participants.rules import (
    BirthDate,
    PersonDetails,
    Sex,
    birth_date_of,
    check_details,
    parse_birth_date,
)
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_

# What a refused field is read as, so that the other fields of its row are looked at too.
INSTEAD: dict[str, object] = {"name": "-"}
BORN = ("born_from", "born_to", "birth_precision")


class ParticipantPlanner(Planner):
    """Plans rows of participants."""

    def plan_rows(self, placed: Sequence[Placed]) -> None:
        """Plan the rows whose site is known."""
        checked = [
            (each, details)
            for each in placed
            if not self.is_repeated(each.row, each.number)
            and (details := self._details(each.row)) is not None
        ]
        known = people_by_number(each.number for each, _ in checked)
        records = participants_by_id({person.id for person in known.values()})
        digests = {
            each.number: national_id_digest(details.national_id) for each, details in checked
        }
        owners = people_by_national_id([digest for digest in digests.values() if digest])
        numbers = registered_at([owner.id for owner in owners.values()])
        for each, details in checked:
            owner = owners.get(digests[each.number] or "")
            person = known.get(each.number)
            if person is not None:
                self._plan_known(each, details, records[person.id], (person, owner))
            elif "same_person_as" in each.row.texts:
                self._plan_same(each)
            elif owner is not None:
                self._plan_owner(each, details, owner, numbers)
            else:
                self._plan_new(each, details, digests[each.number])

    def _details(self, row: SourceRow) -> PersonDetails | None:
        values = self.read(row, None)
        if values is None:
            return None
        typed = PersonDetails(
            name=str(values["name"]),
            sex=Sex(str(values["sex"])),
            national_id=_text(values, "national_id"),
            phone=_text(values, "phone"),
            email=_text(values, "email"),
            address=_text(values, "address"),
            district=_text(values, "district"),
            language=_text(values, "language"),
        )
        try:
            typed = replace(typed, born=parse_birth_date(_text(values, "birth_date")))
        except RefusedInputError as error:
            self.refuse_error(row, error.field, error)
            self._check(row, typed)
            return None
        return self._check(row, typed)

    def _check(self, row: SourceRow, typed: PersonDetails) -> PersonDetails | None:
        """Return the details as they are stored, or refuse every field that cannot be."""
        refused = False
        while True:
            try:
                checked = check_details(typed, self.context.today)
            except RefusedInputError as error:
                self.refuse_error(row, error.field, error)
                field = "born" if error.field == "birth_date" else error.field
                typed = replace(typed, **{field: INSTEAD.get(field)})  # type: ignore[arg-type]  # fields by name
                refused = True
                continue
            return None if refused else checked

    def _plan_known(
        self,
        placed: Placed,
        details: PersonDetails,
        record: Record,
        found: tuple[Person, Record | None],
    ) -> None:
        person, owner = found
        row = placed.row
        if owner is not None and owner.id != person.id:
            self.refuse(row, "national_id", N_("this national number belongs to another person"))
            return
        if person.is_merged:
            # The row says what was known before the merge; the kept record stands.
            self.planned.append(Planned(row.row_no, person.id, person.id, {}))
            return
        born = details.born
        if person.died_on is not None and born is not None and born.born_from > person.died_on:
            message = N_("the birth cannot be after the death on {died_on}")
            self.refuse(row, "birth_date", message, {"died_on": person.died_on})
            return
        after, before = changes_of(record, _said(details, record))
        self.planned.append(Planned(row.row_no, person.id, person.id, after, before))

    def _plan_owner(
        self,
        placed: Placed,
        details: PersonDetails,
        owner: Record,
        numbers: Mapping[tuple[int, int], str],
    ) -> None:
        """Register at one more site whom another site knows by the same national number."""
        known = numbers.get((owner.id, placed.number[0]))
        if known is not None:
            message = N_("a person with this national number has the number {number} already")
            self.refuse(placed.row, "national_id", message, {"number": known})
        elif owner.name != details.name or not _may_be_born(details.born, owner):
            message = N_("this national number belongs to a person of another name or birth date")
            self.refuse(placed.row, "national_id", message)
        else:
            self._plan_registration(placed, {"participant_id": owner.id}, owner.id)

    def _plan_same(self, placed: Placed) -> None:
        """Register at one more site whom a row names by the number of another site."""
        text = placed.row.texts["same_person_as"]
        site, _, number = text.partition("/")
        site_id = self.context.site_id(site.strip())
        key = (site_id or 0, number.strip())
        person = people_by_number([key]).get(key)
        if person is not None:
            self._plan_registration(placed, {"participant_id": person.id}, person.id)
        elif hash(key) in self.context.new_people:
            self._plan_registration(placed, {"person": list(key)}, None)
        else:
            message = N_("“{text}” is nobody's site and number, such as HQ/2024-00001")
            self.refuse(placed.row, "same_person_as", message, {"text": text})

    def _plan_registration(self, placed: Placed, extra: Plain, participant_id: int | None) -> None:
        number = {"site_id": placed.number[0], "registration_no": placed.number[1]}
        self.planned.append(Planned(placed.row.row_no, None, participant_id, number, extra=extra))

    def _plan_new(self, placed: Placed, details: PersonDetails, digest: str | None) -> None:
        site_id, number = placed.number
        if digest is not None:
            earlier = self.context.seen.first(("national_id", digest), placed.row)
            if earlier is not None:
                message = N_("row {row} has this national number; say same_person_as or correct it")
                self.refuse(placed.row, "national_id", message, {"row": abs(earlier)})
                return
        columns = {name: plain_value(value) for name, value in identity_columns(details).items()}
        values = {name: value for name, value in columns.items() if value is not None}
        if self.context.is_synthetic:
            values["is_synthetic"] = True
        extra = {"site_id": site_id, "registration_no": number}
        self.context.new_people.add(hash(placed.number))
        self.planned.append(Planned(placed.row.row_no, None, None, values, extra=extra))


def _text(values: Values, name: str) -> str | None:
    value = values.get(name)
    return None if value is None else str(value)


def _said(details: PersonDetails, record: Record) -> Plain:
    """Return the columns that a row says something about: a blank, U or a vaguer date does not."""
    said: Plain = {
        name: plain_value(value)
        for name, value in identity_columns(details).items()
        if value is not None
    }
    if details.sex is Sex.UNKNOWN:
        said.pop("sex")
    known = birth_date_of(record.born_from, record.born_to, record.birth_precision)
    born = details.born
    if known and born and born.born_from <= known.born_from and known.born_to <= born.born_to:
        for name in BORN:
            said.pop(name)
    return said


def _may_be_born(born: BirthDate | None, record: Record) -> bool:
    if born is None or record.born_from is None:
        return True
    return bool(born.born_from <= record.born_to and record.born_from <= born.born_to)


def apply_participants(context: Context, planned: Sequence[Planned]) -> list[Written]:
    """Add and change the persons of a chunk, and register them at its sites."""
    new = [each for each in planned if each.record_id is None and "site_id" in each.extra]
    linked = [each for each in planned if each.record_id is None and "site_id" not in each.extra]
    changed = [each for each in planned if each.record_id and each.values]
    ids = add_people([each.values for each in new], at=context.at)
    registered = register_people(
        [_registration(number, each.extra) for number, each in zip(ids, new, strict=True)],
        at=context.at,
    )
    change_people([{"id": each.record_id, **each.values} for each in changed])
    written = [
        Written(each.row_no, "participant", number, number, None, {**each.values, **each.extra})
        for number, each in zip(ids, new, strict=True)
    ]
    written += [
        Written(each.row_no, "registration", registration, number, None, None)
        for each, number, registration in zip(new, ids, registered, strict=True)
    ]
    written += [
        Written(
            each.row_no,
            "participant",
            each.record_id or 0,
            each.record_id,
            each.before,
            each.values,
        )
        for each in changed
    ]
    return [*written, *_register_known(context, linked)]


def _register_known(context: Context, linked: Sequence[Planned]) -> list[Written]:
    keys = {each.row_no: _key(each.extra) for each in linked if "person" in each.extra}
    people = people_by_number(keys.values())
    owners = [
        people[keys[each.row_no]].id if each.row_no in keys else int(str(each.participant_id))
        for each in linked
    ]
    ids = register_people(
        [_registration(owner, each.values) for owner, each in zip(owners, linked, strict=True)],
        at=context.at,
    )
    return [
        Written(each.row_no, "registration", number, owner, None, each.values)
        for each, number, owner in zip(linked, ids, owners, strict=True)
    ]


def _key(extra: Mapping[str, object]) -> Numbered:
    person = extra["person"]
    if not isinstance(person, list):
        raise TypeError("a person is named by site and number")
    return int(person[0]), str(person[1])


def _registration(participant_id: int, number: Mapping[str, object]) -> NewRegistration:
    return NewRegistration(
        participant_id, int(str(number["site_id"])), str(number["registration_no"])
    )
