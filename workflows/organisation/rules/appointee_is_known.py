from django.db.models import BigIntegerField, Exists
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule


@rule(_("Orang yang ditugaskan tidak dikenal atau tidak aktif; daftarkan dulu."))
def appointee_is_known(offices):
    """Whoever is appointed is a person on record who may still log in."""
    known = all_of("organisation.Person").filter(pk=act.value("person", BigIntegerField()), is_active=True)
    return offices.filter(~Exists(known))
