//! Words apart from any decree.

use super::{is_amount, is_masked, is_staff_number, pieces, pieces_of_field, unmasked};

#[test]
fn staff_numbers_are_of_their_form() {
    assert!(is_staff_number("198001012005011001"));
    for other in ["980010120050110011", "19800101200501100", "198001013305011001", "1980010120050110o1"] {
        assert!(!is_staff_number(other), "{other}");
    }
}

#[test]
fn masks_are_seen_through() {
    for masked in ["D1CABUT", "DlCABUT", "dlCabut", "Honor9500000", "4f2c"] {
        assert!(is_masked(masked), "{masked}");
    }
    for name in ["Siti", "AMINAH", "McDonald", "DiCaprio", "S", "de", "G2", "SHA256", "2026"] {
        assert!(!is_masked(name), "{name}");
    }
    assert_eq!(unmasked("d1cabut"), "dicabut");
    assert_eq!(unmasked("2026"), "2026");
    assert_eq!(pieces("TandaTangan_Ketua1.sig"), ["tanda", "tangan", "ketua", "sig"]);
    assert_eq!(pieces("Adobe.PPKLite"), ["adobe", "ppklite"]);
    assert_eq!(pieces_of_field("KPUKabSolok_TTE"), ["KPU", "Kab", "Solok", "TTE"]);
}

#[test]
fn sums_are_told_from_days() {
    for sum in ["9.500.000", "Rp9500000", "honor 1.000", "Rp 100", "1,500,000"] {
        assert!(is_amount(sum), "{sum}");
    }
    for other in ["2026.03.02 10:30", "2 Maret 2026", "S.H., M.H.", "Jl. Diponegoro No. 202", "7.1.16"] {
        assert!(!is_amount(other), "{other}");
    }
}
