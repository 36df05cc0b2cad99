from vsm_portal.rules import Rule

POLICY: dict[str, Rule] = {
    # Each reads the ledger of their own sites; a candidate's lacks what their position sends.
    "message_list": Rule(read="outsider hr candidate head_hr"),
    "message_resend": Rule(write="hr", arguments=lambda world: {"pk": world.failed_mail.pk}),
}
