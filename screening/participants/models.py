"""Participants, their registration at sites, and the keys by which they are found."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from screening.accounts.models import Site
from screening.database.model import Model, Versioned, Voidable
from screening.database.types import Moment, by_value, ordered_text
from screening.participants.rules import BirthDate, DatePrecision, PersonDetails, Sex, birth_date_of
from screening.security.encryption import EncryptedText

NOT_VOIDED = text("voided_at IS NULL")
SYNTHETIC = text("is_synthetic")


class Participant(Versioned, Voidable, Model):
    """A person known to the service, once, whatever the number of programs.

    The birth date is kept as the first and the last day it can be; both are empty when it is not
    known. A merged participant points to the kept one.
    """

    __tablename__ = "participants"
    __table_args__ = (
        Index(None, "born_from", "born_to"),
        Index(
            "ix_participants_synthetic",
            "is_synthetic",
            sqlite_where=SYNTHETIC,
            postgresql_where=SYNTHETIC,
        ),
    )

    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    sex: Mapped[Sex] = mapped_column(by_value(Sex))
    birth_precision: Mapped[DatePrecision | None] = mapped_column(by_value(DatePrecision))
    born_from: Mapped[date | None]
    born_to: Mapped[date | None]
    national_id: Mapped[str | None] = mapped_column(EncryptedText("participants.national_id"))
    national_id_index: Mapped[str | None] = mapped_column(String(40), index=True)
    phone: Mapped[str | None] = mapped_column(EncryptedText("participants.phone"))
    phone_index: Mapped[str | None] = mapped_column(String(40), index=True)
    phone_tail_index: Mapped[str | None] = mapped_column(String(40), index=True)
    email: Mapped[str | None] = mapped_column(EncryptedText("participants.email"))
    address: Mapped[str | None] = mapped_column(EncryptedText("participants.address"))
    district: Mapped[str | None] = mapped_column(String(120))
    language: Mapped[str | None] = mapped_column(String(10))
    died_on: Mapped[date | None]
    death_cause: Mapped[str | None] = mapped_column(String(200))
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("participants.id"), index=True)
    is_synthetic: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(Moment)

    registrations: Mapped[list["Registration"]] = relationship(back_populates="participant")

    @property
    def born(self) -> BirthDate | None:
        """The birth date as one value."""
        return birth_date_of(self.born_from, self.born_to, self.birth_precision)

    @property
    def details(self) -> PersonDetails:
        """What is recorded about the person, as it is typed and compared."""
        return PersonDetails(
            name=self.name,
            sex=self.sex,
            born=self.born,
            national_id=self.national_id,
            phone=self.phone,
            email=self.email,
            address=self.address,
            district=self.district,
            language=self.language,
        )


class Registration(Voidable, Model):
    """A site knows the person under its own number; its users may then see the person."""

    __tablename__ = "registrations"
    __table_args__ = (
        Index(
            "uq_registrations_site_number",
            "site_id",
            "registration_no",
            unique=True,
            sqlite_where=NOT_VOIDED,
            postgresql_where=NOT_VOIDED,
        ),
        Index(None, "participant_id", "site_id"),
    )

    participant_id: Mapped[int] = mapped_column(ForeignKey("participants.id"))
    site_id: Mapped[int] = mapped_column(ForeignKey("sites.id"))
    registration_no: Mapped[str] = mapped_column(ordered_text(60))
    registered_at: Mapped[datetime] = mapped_column(Moment)

    participant: Mapped[Participant] = relationship(back_populates="registrations")
    site: Mapped[Site] = relationship()


class SearchKey(Model):
    """One text by which a person is found: name, its tails, pinyin, initials."""

    __tablename__ = "search_keys"
    __table_args__ = (Index(None, "key", "participant_id"), Index(None, "participant_id"))

    participant_id: Mapped[int] = mapped_column(ForeignKey("participants.id"))
    key: Mapped[str] = mapped_column(ordered_text(160))
