//! Packing: what an event says becomes JSON without names. A thing with parts is an array of them in the
//! order in which the domain declares them, what says nothing is null and left away at the end, yes and no
//! are 1 and 0, and a word of a closed list is its code. `unpack` reads it back.

use std::fmt::Write;

use serde::Serialize;
use serde::ser::{
    Error as _, Impossible, SerializeSeq, SerializeStruct, SerializeStructVariant, Serializer,
};
use serde_json::Error;

/// What an event says beside its kind; empty where its kind says it all.
pub(super) fn pack(event: &impl Serialize) -> Result<String, Error> {
    let mut packed = String::new();
    event.serialize(Packer { to: &mut packed, within: false })?;
    if packed == "[]" {
        packed.clear();
    }
    Ok(packed)
}

/// Writes one value. The outermost is an event, whose kind stands elsewhere.
struct Packer<'a> {
    to: &'a mut String,
    within: bool,
}

impl<'a> Packer<'a> {
    fn number(self, number: impl std::fmt::Display) -> Result<(), Error> {
        write!(self.to, "{number}").map_err(Error::custom)
    }

    fn array(self) -> Array<'a> {
        self.to.push('[');
        Array { to: self.to, begun: false, left_out: 0, ends: "]" }
    }
}

/// The code of a word, by its place in its list: a list's codes go from 1 on.
pub(super) fn code(place: u32) -> u32 {
    place + 1
}

/// An array that is being written.
struct Array<'a> {
    to: &'a mut String,
    begun: bool,
    /// Parts that say nothing, since the last one that does.
    left_out: usize,
    /// What closes it.
    ends: &'static str,
}

impl Array<'_> {
    fn part(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        for _ in 0..std::mem::take(&mut self.left_out) {
            self.next();
            self.to.push_str("null");
        }
        self.next();
        value.serialize(Packer { to: self.to, within: true })
    }

    fn next(&mut self) {
        if std::mem::replace(&mut self.begun, true) {
            self.to.push(',');
        }
    }

    fn close(self) -> Result<(), Error> {
        self.to.push_str(self.ends);
        Ok(())
    }
}

impl SerializeSeq for Array<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.part(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl SerializeStruct for Array<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T>(&mut self, _: &'static str, value: &T) -> Result<(), Error>
    where
        T: Serialize + ?Sized,
    {
        self.part(value)
    }

    fn skip_field(&mut self, _: &'static str) -> Result<(), Error> {
        self.left_out += 1;
        Ok(())
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl SerializeStructVariant for Array<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T>(&mut self, name: &'static str, value: &T) -> Result<(), Error>
    where
        T: Serialize + ?Sized,
    {
        SerializeStruct::serialize_field(self, name, value)
    }

    fn skip_field(&mut self, name: &'static str) -> Result<(), Error> {
        SerializeStruct::skip_field(self, name)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

/// What no event says.
fn unheard_of<T>(what: &str) -> Result<T, Error> {
    Err(Error::custom(format_args!("an event says no {what}")))
}

/// Numbers of every width, each as a number.
macro_rules! numbers {
    ($($serialize:ident($number:ty);)+) => {
        $(fn $serialize(self, number: $number) -> Result<(), Error> {
            self.number(number)
        })+
    };
}

impl<'a> Serializer for Packer<'a> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Array<'a>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Array<'a>;
    type SerializeStructVariant = Array<'a>;

    numbers! {
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
    }

    fn serialize_bool(self, flag: bool) -> Result<(), Error> {
        self.number(u8::from(flag))
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.to.push_str(&serde_json::to_string(text)?);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.to.push_str("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T>(self, _: &'static str, value: &T) -> Result<(), Error>
    where
        T: Serialize + ?Sized,
    {
        value.serialize(self)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        place: u32,
        _: &'static str,
    ) -> Result<(), Error> {
        match self.within {
            true => self.number(code(place)),
            false => Ok(()),
        }
    }

    fn serialize_newtype_variant<T>(
        self,
        _: &'static str,
        place: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error>
    where
        T: Serialize + ?Sized,
    {
        if !self.within {
            return value.serialize(Packer { within: true, ..self });
        }
        let mut array = self.array();
        array.part(&code(place))?;
        array.part(value)?;
        array.close()
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        place: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Array<'a>, Error> {
        if !self.within {
            return Ok(self.array());
        }
        let Array { to, .. } = self.array();
        write!(to, "{},", code(place)).map_err(Error::custom)?;
        Ok(Array { ends: "]]", ..Packer { to, within: true }.array() })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Array<'a>, Error> {
        Ok(self.array())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Array<'a>, Error> {
        Ok(self.array())
    }

    fn serialize_f32(self, _: f32) -> Result<(), Error> {
        unheard_of("fractions")
    }

    fn serialize_f64(self, _: f64) -> Result<(), Error> {
        unheard_of("fractions")
    }

    fn serialize_char(self, _: char) -> Result<(), Error> {
        unheard_of("signs")
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        unheard_of("bytes")
    }

    fn serialize_unit(self) -> Result<(), Error> {
        unheard_of("nothing")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        unheard_of("nothing")
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        unheard_of("tuples")
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Error> {
        unheard_of("tuples")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        unheard_of("tuples")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        unheard_of("maps")
    }
}
