"""The C header as a compiler understands it: functions, structs, numbers, what structs are preset to."""

import re

from clang import cindex

KIND = cindex.CursorKind


class Header:
    """What a header declares."""

    def __init__(self, path):
        options = cindex.TranslationUnit.PARSE_DETAILED_PROCESSING_RECORD
        unit = cindex.Index.create().parse(str(path), args=["-x", "c", "-std=c89"], options=options)
        wrong = [each.spelling for each in unit.diagnostics if each.severity >= cindex.Diagnostic.Error]
        if wrong:
            raise SystemExit(f"faces: the header does not compile: {wrong}")
        own = [each for each in unit.cursor.get_children() if str(each.location.file) == str(path)]
        #: Each function: its parameters, each with its type.
        self.functions = {each.spelling: [(p.spelling, p.type.spelling) for p in each.get_arguments()]
                          for each in own if each.kind == KIND.FUNCTION_DECL}
        #: What each function gives.
        self.results = {each.spelling: each.result_type.spelling for each in own if each.kind == KIND.FUNCTION_DECL}
        #: Each struct that is filled in: its members, each with its type.
        self.structs = {each.spelling: [(m.spelling, m.type.spelling) for m in each.get_children()]
                        for each in own if each.kind == KIND.STRUCT_DECL and each.is_definition()}
        macros = {each.spelling: " ".join(t.spelling for t in list(each.get_tokens())[1:])
                  for each in own if each.kind == KIND.MACRO_DEFINITION}
        #: Each constant.
        self.numbers = {name: int(text) for name, text in macros.items() if re.fullmatch(r"\d+", text)}
        #: What each struct is preset to, as it is written.
        self.presets = {name[:-5].lower(): text.strip("{} ").split(" , ")
                        for name, text in macros.items() if name.endswith("_INIT")}
