from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule


@rule(_("Anda sendiri yang mencatatnya; orang kedua yang mencocokkan dengan kertasnya."), solved_by=_("orang lain di kantor itu"))
def not_my_own_record(records):
    return records.filter(recorded_by=act.person)
