"""Long names as people have them in other scripts than ours."""

from widgets import scene_script

NAMES = {
    **{script.capitalize(): name for script, name in scene_script.NAMES.items()},
    "Greek": "Γραμμή εμφιάλωσης ανακυκλώσιμων γυάλινων φιαλών, βόρεια αίθουσα",
    "Cyrillic": "Линия розлива минеральной воды в возвратную тару, северный цех",
}
