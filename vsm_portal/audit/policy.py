from vsm_portal.rules import Rule

POLICY: dict[str, Rule] = {"event_list": Rule(read="outsider hr candidate head_hr")}
