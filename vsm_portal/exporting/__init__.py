"""Rows become CSV and XLSX, a frozen snapshot becomes a PDF: file formats are known only here."""
