import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import django_fsm
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        BtreeGistExtension(),
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("village_head", "kepala desa/lurah"),
                            ("village_secretary", "sekretaris desa/kelurahan"),
                            ("pkb", "penyuluh KB"),
                            ("camat", "camat"),
                            ("agency", "perangkat daerah KB"),
                            ("legal", "bagian hukum"),
                            ("assistant", "asisten"),
                            ("secretary", "sekretaris daerah"),
                            ("regent", "bupati/wali kota"),
                            ("system", "sistem"),
                        ],
                        max_length=20,
                        verbose_name="peran",
                    ),
                ),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[("active", "aktif"), ("dissolved", "dihapus")],
                        default="active",
                        max_length=50,
                        verbose_name="keadaan",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "jabatan",
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="nama pengguna",
                    ),
                ),
                ("name", models.CharField(help_text="Tanpa gelar.", max_length=150, verbose_name="nama")),
                ("front_titles", models.CharField(blank=True, max_length=50, verbose_name="gelar depan")),
                ("back_titles", models.CharField(blank=True, max_length=80, verbose_name="gelar belakang")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="telepon")),
                ("is_staff", models.BooleanField(default=False, verbose_name="boleh masuk halaman admin")),
                ("is_active", models.BooleanField(default=True, verbose_name="aktif")),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="terdaftar")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "orang",
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Region",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("province", "provinsi"),
                            ("regency", "kabupaten/kota"),
                            ("district", "kecamatan"),
                            ("village", "desa/kelurahan"),
                        ],
                        max_length=10,
                        verbose_name="tingkat",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("provinsi", "provinsi"),
                            ("kabupaten", "kabupaten"),
                            ("kota", "kota"),
                            ("kabupaten_administrasi", "kabupaten administrasi"),
                            ("kota_administrasi", "kota administrasi"),
                            ("kecamatan", "kecamatan"),
                            ("desa", "desa"),
                            ("kelurahan", "kelurahan"),
                            ("desa_adat", "desa adat"),
                        ],
                        max_length=24,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "name",
                    models.CharField(help_text="Nama sekarang, tanpa sebutan.", max_length=100, verbose_name="nama"),
                ),
                (
                    "zone",
                    models.CharField(
                        choices=[("Asia/Jakarta", "WIB"), ("Asia/Makassar", "WITA"), ("Asia/Jayapura", "WIT")],
                        max_length=16,
                        verbose_name="zona waktu",
                    ),
                ),
                (
                    "path",
                    models.CharField(
                        db_collation="C",
                        editable=False,
                        help_text="Ids from province down: `1/23/456/`.",
                        max_length=100,
                        unique=True,
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="dihapus pada")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="organisation.region",
                    ),
                ),
            ],
            options={
                "verbose_name": "wilayah",
            },
        ),
        migrations.CreateModel(
            name="OfficeArea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="areas", to="organisation.office"
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisation.region"
                    ),
                ),
            ],
            options={
                "verbose_name": "wilayah kerja",
            },
        ),
        migrations.AddField(
            model_name="office",
            name="region",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="offices",
                to="organisation.region",
            ),
        ),
        migrations.CreateModel(
            name="RegionCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "since",
                    models.DateField(blank=True, help_text="Kosong: sejak semula.", null=True, verbose_name="sejak"),
                ),
                (
                    "until",
                    models.DateField(blank=True, help_text="Kosong: masih berlaku.", null=True, verbose_name="sampai"),
                ),
                ("code", models.CharField(max_length=13, verbose_name="kode wilayah")),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="dasar")),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="codes", to="organisation.region"
                    ),
                ),
            ],
            options={
                "verbose_name": "kode wilayah",
            },
        ),
        migrations.CreateModel(
            name="RegionLabel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("provinsi", "provinsi"),
                            ("kabupaten", "kabupaten"),
                            ("kota", "kota"),
                            ("kabupaten_administrasi", "kabupaten administrasi"),
                            ("kota_administrasi", "kota administrasi"),
                            ("kecamatan", "kecamatan"),
                            ("desa", "desa"),
                            ("kelurahan", "kelurahan"),
                            ("desa_adat", "desa adat"),
                        ],
                        max_length=24,
                        verbose_name="jenis",
                    ),
                ),
                ("label", models.CharField(max_length=50, verbose_name="sebutan")),
                ("head_title", models.CharField(max_length=60, verbose_name="sebutan kepala")),
                ("shipped", models.BooleanField(default=False, editable=False)),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="catatan")),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="labels",
                        to="organisation.region",
                    ),
                ),
            ],
            options={
                "verbose_name": "sebutan wilayah",
            },
        ),
        migrations.CreateModel(
            name="RegionName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "since",
                    models.DateField(blank=True, help_text="Kosong: sejak semula.", null=True, verbose_name="sejak"),
                ),
                (
                    "until",
                    models.DateField(blank=True, help_text="Kosong: masih berlaku.", null=True, verbose_name="sampai"),
                ),
                ("name", models.CharField(max_length=100, verbose_name="nama")),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="names", to="organisation.region"
                    ),
                ),
            ],
            options={
                "verbose_name": "nama wilayah",
            },
        ),
        migrations.CreateModel(
            name="SigningPolicy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "since",
                    models.DateField(blank=True, help_text="Kosong: sejak semula.", null=True, verbose_name="sejak"),
                ),
                (
                    "until",
                    models.DateField(blank=True, help_text="Kosong: masih berlaku.", null=True, verbose_name="sampai"),
                ),
                (
                    "doc_class",
                    models.CharField(
                        choices=[
                            ("regent_decree", "Keputusan Bupati/Wali Kota"),
                            ("village_decree", "Keputusan Kepala Desa/Lurah"),
                            ("letter", "surat"),
                        ],
                        max_length=20,
                        verbose_name="jenis naskah",
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("definitif", "definitif"),
                            ("plt", "pelaksana tugas"),
                            ("plh", "pelaksana harian"),
                            ("pj", "penjabat"),
                            ("an", "atas nama"),
                            ("ub", "untuk beliau"),
                            ("staf", "staf"),
                        ],
                        max_length=10,
                        verbose_name="kedudukan",
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("allow", "boleh"),
                            ("warn", "boleh dengan alasan"),
                            ("refuse", "tidak boleh"),
                            ("needs_delegation", "hanya dengan pendelegasian"),
                        ],
                        max_length=20,
                        verbose_name="ketentuan",
                    ),
                ),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="dasar")),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signing_policies",
                        to="organisation.region",
                    ),
                ),
            ],
            options={
                "verbose_name": "ketentuan penandatanganan",
            },
        ),
        migrations.CreateModel(
            name="WorkingDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("calendar", models.CharField(default="ID", max_length=20, verbose_name="kalender")),
                ("date", models.DateField(verbose_name="tanggal")),
                ("ordinal", models.PositiveIntegerField(default=0, editable=False)),
                ("is_working", models.BooleanField(verbose_name="hari kerja")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="keterangan")),
            ],
            options={
                "verbose_name": "hari kerja",
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_working", True)),
                        fields=["calendar", "ordinal"],
                        name="working_day_ordinal",
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("calendar", "date"), name="working_day_once")],
            },
        ),
        migrations.CreateModel(
            name="Mandate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "until",
                    models.DateField(blank=True, help_text="Kosong: masih berlaku.", null=True, verbose_name="sampai"),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("definitif", "definitif"),
                            ("plt", "pelaksana tugas"),
                            ("plh", "pelaksana harian"),
                            ("pj", "penjabat"),
                            ("an", "atas nama"),
                            ("ub", "untuk beliau"),
                            ("staf", "staf"),
                        ],
                        max_length=10,
                        verbose_name="kedudukan",
                    ),
                ),
                ("since", models.DateField(verbose_name="sejak")),
                ("paper", models.CharField(blank=True, max_length=200, verbose_name="surat keputusan/perintah")),
                ("paper_on", models.DateField(blank=True, null=True, verbose_name="tanggal surat")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="catatan")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "acts_for",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates_on_behalf",
                        to="organisation.office",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="mandates", to="organisation.office"
                    ),
                ),
            ],
            options={
                "verbose_name": "penugasan",
                "indexes": [models.Index(fields=["office", "since", "until"], name="mandate_office_days")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("capacity__in", ("definitif", "pj"))),
                        expressions=[
                            ("office", "="),
                            (
                                models.Func(
                                    models.F("since"),
                                    models.F("until"),
                                    models.Value("[]"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="mandate_one_full_holder",
                        violation_error_message="Jabatan ini sudah mempunyai pejabat definitif atau penjabat pada masa itu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since", None), ("until", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="mandate_days",
                        violation_error_message="Tanggal akhir tidak boleh mendahului tanggal mulai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("acts_for__isnull", False), ("capacity__in", ("an", "ub"))),
                            models.Q(models.Q(("capacity__in", ("an", "ub")), _negated=True), ("acts_for", None)),
                            _connector="OR",
                        ),
                        name="mandate_on_behalf_names_superior",
                        violation_error_message="a.n. dan u.b. menyebut jabatan atasan; kedudukan lain tidak.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "since",
                    models.DateField(blank=True, help_text="Kosong: sejak semula.", null=True, verbose_name="sejak"),
                ),
                (
                    "until",
                    models.DateField(blank=True, help_text="Kosong: masih berlaku.", null=True, verbose_name="sampai"),
                ),
                (
                    "doc_class",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("regent_decree", "Keputusan Bupati/Wali Kota"),
                            ("village_decree", "Keputusan Kepala Desa/Lurah"),
                            ("letter", "surat"),
                        ],
                        max_length=20,
                        verbose_name="jenis naskah",
                    ),
                ),
                ("paper", models.CharField(max_length=200, verbose_name="dasar")),
                ("paper_on", models.DateField(blank=True, null=True, verbose_name="tanggal dasar")),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations_given",
                        to="organisation.office",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations_received",
                        to="organisation.office",
                    ),
                ),
            ],
            options={
                "verbose_name": "pendelegasian",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since", None), ("until", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="delegation_days",
                        violation_error_message="Tanggal akhir tidak boleh mendahului tanggal mulai.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficeName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "since",
                    models.DateField(blank=True, help_text="Kosong: sejak semula.", null=True, verbose_name="sejak"),
                ),
                (
                    "until",
                    models.DateField(blank=True, help_text="Kosong: masih berlaku.", null=True, verbose_name="sampai"),
                ),
                ("name", models.CharField(max_length=200, verbose_name="nama")),
                ("acronym", models.CharField(blank=True, max_length=30, verbose_name="singkatan")),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="Kosong: “Kepala” diikuti nama.",
                        max_length=200,
                        verbose_name="sebutan pejabat",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="names", to="organisation.office"
                    ),
                ),
            ],
            options={
                "verbose_name": "nama jabatan",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("office", "="),
                            (
                                models.Func(
                                    models.F("since"),
                                    models.F("until"),
                                    models.Value("[]"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="office_name_one_a_day",
                        violation_error_message="Jabatan ini sudah bernama pada tanggal itu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since", None), ("until", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="office_name_days",
                        violation_error_message="Tanggal akhir tidak boleh mendahului tanggal mulai.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="region",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("level", "province"), ("parent", None)),
                    models.Q(models.Q(("level", "province"), _negated=True), ("parent__isnull", False)),
                    _connector="OR",
                ),
                name="region_province_has_no_parent",
                violation_error_message="Setiap wilayah selain provinsi mempunyai wilayah atasan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="officearea",
            constraint=models.UniqueConstraint(fields=("office", "region"), name="office_area_once"),
        ),
        migrations.AddConstraint(
            model_name="office",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "active"), models.Q(("role", "pkb"), _negated=True)),
                fields=("role", "region"),
                name="office_one_active",
                nulls_distinct=False,
                violation_error_message="Jabatan ini sudah ada di wilayah itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="office",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("region", None), ("role", "system")),
                    models.Q(models.Q(("role", "system"), _negated=True), ("region__isnull", False)),
                    _connector="OR",
                ),
                name="office_region_unless_system",
                violation_error_message="Setiap jabatan selain Sistem mempunyai wilayah.",
            ),
        ),
        migrations.AddConstraint(
            model_name="regioncode",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("code", "="),
                    (
                        models.Func(
                            models.F("since"),
                            models.F("until"),
                            models.Value("[]"),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="region_code_one_region",
                violation_error_message="Kode ini sudah dipakai wilayah lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="regioncode",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until", None)), fields=("region",), name="region_code_one_current"
            ),
        ),
        migrations.AddConstraint(
            model_name="regioncode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since", None), ("until", None), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="region_code_days",
                violation_error_message="Tanggal akhir tidak boleh mendahului tanggal mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="regionlabel",
            constraint=models.UniqueConstraint(
                fields=("region", "kind", "shipped"), name="region_label_once", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="regionname",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("region", "="),
                    (
                        models.Func(
                            models.F("since"),
                            models.F("until"),
                            models.Value("[]"),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="region_name_one_a_day",
                violation_error_message="Wilayah ini sudah bernama pada tanggal itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="regionname",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since", None), ("until", None), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="region_name_days",
                violation_error_message="Tanggal akhir tidak boleh mendahului tanggal mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="signingpolicy",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    (django.db.models.functions.comparison.Coalesce("region_id", 0), "="),
                    ("doc_class", "="),
                    ("capacity", "="),
                    (
                        models.Func(
                            models.F("since"),
                            models.F("until"),
                            models.Value("[]"),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="signing_policy_one_a_day",
                violation_error_message="Sudah ada ketentuan untuk naskah dan kedudukan ini pada masa itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="signingpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since", None), ("until", None), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="signing_policy_days",
                violation_error_message="Tanggal akhir tidak boleh mendahului tanggal mulai.",
            ),
        ),
    ]
