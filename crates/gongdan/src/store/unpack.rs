//! Unpacking: the event that packed JSON says, read without a copy.

use serde::de::value::{StrDeserializer, U32Deserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer,
    SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::Error;

/// No event has arrays in arrays as deep as this. A correction says events, and a foreign hand could put corrections
/// into corrections for as long as the stack lasts.
const DEEPEST: u32 = 16;

/// The event of a kind's word and of what was packed of it.
pub(super) fn unpack<'de, T: Deserialize<'de>>(word: &str, packed: &'de str) -> Result<T, Error> {
    let mut rest = Rest { packed, place: 0, depth: 0 };
    let event = T::deserialize(Whole { word, rest: &mut rest })?;
    match rest.packed.len() == rest.place {
        true => Ok(event),
        false => Err(unreadable()),
    }
}

fn unreadable() -> Error {
    Error::custom("what the event says cannot be read")
}

/// What was not read yet.
struct Rest<'de> {
    packed: &'de str,
    place: usize,
    /// How many arrays it is inside of.
    depth: u32,
}

impl<'de> Rest<'de> {
    fn left(&self) -> &'de str {
        self.packed.get(self.place..).unwrap_or_default()
    }

    /// Takes these bytes, if they come next.
    fn takes(&mut self, bytes: &str) -> bool {
        let next = self.left().starts_with(bytes);
        self.place += if next { bytes.len() } else { 0 };
        next
    }

    fn take(&mut self, bytes: &str) -> Result<(), Error> {
        if self.takes(bytes) { Ok(()) } else { Err(unreadable()) }
    }

    fn number(&mut self) -> Result<i64, Error> {
        let left = self.left();
        let digits = left.bytes().take_while(|byte| *byte == b'-' || byte.is_ascii_digit()).count();
        self.place += digits;
        left[..digits].parse().map_err(|_| unreadable())
    }

    /// The place of a word in its list, from its code.
    fn word(&mut self) -> Result<u32, Error> {
        let place = self.number()?.checked_sub(1).and_then(|place| u32::try_from(place).ok());
        place.ok_or_else(unreadable)
    }

    fn text(&mut self) -> Result<String, Error> {
        let mut read = serde_json::Deserializer::from_str(self.left()).into_iter::<String>();
        let text = read.next().ok_or_else(unreadable)??;
        self.place += read.byte_offset();
        Ok(text)
    }

    /// An array; what is null is an empty one.
    fn array<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        if self.takes("null") || self.left().is_empty() {
            return visitor.visit_seq(Parts { rest: None, begun: false });
        }
        self.take("[")?;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(unreadable());
        }
        let read = visitor.visit_seq(Parts { rest: Some(self), begun: false })?;
        self.depth -= 1;
        self.take("]")?;
        Ok(read)
    }
}

/// The parts of an array, one after the other.
struct Parts<'a, 'de> {
    rest: Option<&'a mut Rest<'de>>,
    begun: bool,
}

impl<'de> SeqAccess<'de> for Parts<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T>(&mut self, seed: T) -> Result<Option<T::Value>, Error>
    where
        T: DeserializeSeed<'de>,
    {
        let Some(rest) = self.rest.as_deref_mut().filter(|rest| !rest.left().starts_with(']'))
        else {
            return Ok(None);
        };
        if std::mem::replace(&mut self.begun, true) {
            rest.take(",")?;
        }
        seed.deserialize(rest).map(Some)
    }
}

/// Numbers of every width: each is read as the widest.
macro_rules! numbers {
    ($($deserialize:ident)+) => {
        $(fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_i64(self.number()?)
        })+
    };
}

impl<'de> Deserializer<'de> for &mut Rest<'de> {
    type Error = Error;

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    /// What is asked for decides how it is read.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(unreadable())
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let yes = !self.takes("null") && !self.takes("0");
        if yes {
            self.take("1")?;
        }
        visitor.visit_bool(yes)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.takes("null") {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V>(self, _: &'static str, visitor: V) -> Result<V::Value, Error>
    where
        V: Visitor<'de>,
    {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.array(visitor)
    }

    fn deserialize_struct<V>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error>
    where
        V: Visitor<'de>,
    {
        self.array(visitor)
    }

    fn deserialize_enum<V>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error>
    where
        V: Visitor<'de>,
    {
        visitor.visit_enum(Word { rest: self })
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct map identifier
        ignored_any
    }
}

/// A word of a closed list: its code, or an array of its code and what goes with it.
struct Word<'a, 'de> {
    rest: &'a mut Rest<'de>,
}

impl<'a, 'de> EnumAccess<'de> for Word<'a, 'de> {
    type Error = Error;
    type Variant = With<'a, 'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Self::Variant), Error> {
        let inside = self.rest.takes("[");
        let place: U32Deserializer<Error> = self.rest.word()?.into_deserializer();
        Ok((seed.deserialize(place)?, With { rest: self.rest, inside }))
    }
}

/// What goes with a word.
struct With<'a, 'de> {
    rest: &'a mut Rest<'de>,
    inside: bool,
}

impl<'de> VariantAccess<'de> for With<'_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        if self.inside { Err(unreadable()) } else { Ok(()) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        self.rest.take(",")?;
        let value = seed.deserialize(&mut *self.rest)?;
        self.rest.take("]")?;
        Ok(value)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        Err(unreadable())
    }

    fn struct_variant<V>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Error>
    where
        V: Visitor<'de>,
    {
        self.rest.take(",")?;
        let value = self.rest.array(visitor)?;
        self.rest.take("]")?;
        Ok(value)
    }
}

/// A whole event, whose kind stands elsewhere.
struct Whole<'a, 'b, 'de> {
    word: &'b str,
    rest: &'a mut Rest<'de>,
}

impl<'de> Deserializer<'de> for Whole<'_, '_, 'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(unreadable())
    }

    fn deserialize_enum<V>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error>
    where
        V: Visitor<'de>,
    {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl<'a, 'de> EnumAccess<'de> for Whole<'a, '_, 'de> {
    type Error = Error;
    type Variant = Said<'a, 'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Self::Variant), Error> {
        let word: StrDeserializer<'_, Error> = self.word.into_deserializer();
        Ok((seed.deserialize(word)?, Said { rest: self.rest }))
    }
}

/// What an event says beside its kind.
struct Said<'a, 'de> {
    rest: &'a mut Rest<'de>,
}

impl<'de> VariantAccess<'de> for Said<'_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self.rest)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        Err(unreadable())
    }

    fn struct_variant<V>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Error>
    where
        V: Visitor<'de>,
    {
        self.rest.array(visitor)
    }
}
