//! The engine's only source of chance: a seeded 64-bit xorshift.
//! It never reads a clock or the operating system, so a seed gives the same numbers on every machine.

/// A xorshift64* generator.
///
/// Equal seeds give equal sequences, natively and in the browser.
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
}

impl Random {
    /// Starts the sequence of `seed`; every seed is valid.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mixed = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03;
        let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mut random = Self {
            // The all-zero state would stay zero for ever.
            state: if mixed == 0 {
                0x2545_F491_4F6C_DD1D
            } else {
                mixed
            },
        };
        // Neighbouring seeds start alike; a few rounds take them apart.
        for _ in 0..4 {
            random.next();
        }
        random
    }

    /// The next 32 bits.
    #[inline]
    #[expect(
        clippy::should_implement_trait,
        reason = "a generator without end is not an iterator"
    )]
    pub fn next(&mut self) -> u32 {
        let mut x = self.state;
        x ^= x >> 12;
        x ^= x << 25;
        x ^= x >> 27;
        self.state = x;
        (x.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32) as u32
    }

    /// A number from 0 up to but not including `limit`; 0 when `limit` is 0.
    #[inline]
    pub fn below(&mut self, limit: u32) -> u32 {
        ((u64::from(self.next()) * u64::from(limit)) >> 32) as u32
    }

    /// An index into a collection of `length` items; 0 when it is empty.
    #[inline]
    pub fn index(&mut self, length: usize) -> usize {
        self.below(u32::try_from(length).unwrap_or(u32::MAX)) as usize
    }

    /// Puts the items in a random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.index(last + 1);
            items.swap(last, other);
        }
    }

    /// A draw from the exponential distribution with mean 1, in 1024ths.
    ///
    /// It is the "minus ln of a uniform draw" of simulated annealing, computed with
    /// integers only because floating-point logarithms differ between machines.
    #[inline]
    pub fn exponential(&mut self) -> i64 {
        let draw = u64::from(self.next()) + 1;
        // draw lies in 1..=2^32, so the binary exponent lies in 0..=32.
        let exponent = 63 - draw.leading_zeros();
        let fraction = ((draw << (32 - exponent)) - (1 << 32)) as i64;
        // log2(1 + f) = f + c f (1 - f) with c = 0.344, off by less than 0.009.
        let f = fraction >> 12;
        let log2 = (i64::from(exponent) << 20) + f + ((((f * ((1 << 20) - f)) >> 20) * 352) >> 10);
        // ln 2 = 710 / 1024.
        (((32_i64 << 20) - log2) * 710) >> 20
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponential_has_mean_one() {
        let mut random = Random::new(7);
        let sum: i64 = (0..100_000).map(|_| random.exponential()).sum();
        let mean = sum / 100_000;
        assert!((1000..1050).contains(&mean), "mean {mean}");
    }

    #[test]
    fn below_stays_below() {
        let mut random = Random::new(0);
        assert!((0..1000).all(|_| random.below(7) < 7));
        assert_eq!(random.below(0), 0);
    }
}
